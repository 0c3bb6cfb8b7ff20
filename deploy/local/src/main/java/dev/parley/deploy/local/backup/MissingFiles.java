package dev.parley.deploy.local.backup;

import dev.parley.deploy.local.archive.Content;
import dev.parley.deploy.local.archive.Manifest;
import dev.parley.deploy.local.database.DatabaseAddress;
import dev.parley.deploy.local.database.MessageFiles;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Files that messages have and an archive has not: those in a bucket, or in a folder that was not
/// named. A backup that says nothing of them would be found wanting when it is needed.
final class MissingFiles {

  /// Where the gateway keeps what is known of a file, below the folder `files`.
  private static final Pattern KNOWN =
      Pattern.compile("data/files/files/[0-9a-f]{2}/([0-9a-f]{32})/file\\.json");

  private MissingFiles() {}

  /// {@return their ids, sorted}
  ///
  /// @param snapshot files that messages had when the archive was begun
  /// @param manifest what is in the archive
  /// @param address the database, for what was withdrawn in the meantime
  static Set<String> find(Set<String> snapshot, Manifest manifest, DatabaseAddress address)
      throws SQLException {
    Set<String> missing = new TreeSet<>(snapshot);
    for (Content each : manifest.contents()) {
      Matcher known = KNOWN.matcher(each.entry());
      if (known.matches()) {
        missing.remove(known.group(1));
      }
    }
    if (!missing.isEmpty()) {
      missing.retainAll(MessageFiles.now(address));
    }
    return missing;
  }
}
