package dev.parley.deploy.local.archive;

import java.nio.file.Path;

/// Names of the entries that are files beside the database.
public final class DataEntries {

  private static final String PREFIX = "data/";

  private DataEntries() {}

  /// {@return the name of a file's entry}
  ///
  /// @param relative path below the folder of the data
  public static String name(Path relative) {
    return PREFIX + relative.toString().replace(java.io.File.separatorChar, '/');
  }

  /// {@return whether an entry is such a file}
  ///
  /// @param entry name of an entry
  public static boolean is(String entry) {
    return entry.startsWith(PREFIX);
  }

  /// {@return where the file belongs}
  ///
  /// @param entry name of such an entry
  /// @param folder where the data go
  /// @throws BadArchiveException if that is outside of the folder: nobody's archive has such a name
  public static Path resolve(String entry, Path folder) {
    Path target = folder.resolve(entry.substring(PREFIX.length())).normalize();
    if (!target.startsWith(folder) || target.equals(folder) || entry.indexOf('\0') >= 0) {
      throw new BadArchiveException("an entry of the archive leads out of its folder");
    }
    return target;
  }
}
