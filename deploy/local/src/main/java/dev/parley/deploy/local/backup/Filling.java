package dev.parley.deploy.local.backup;

import dev.parley.deploy.local.archive.BackupFile;
import dev.parley.deploy.local.archive.DataEntries;
import dev.parley.deploy.local.archive.Manifest;
import dev.parley.deploy.local.console.TroubleException;
import dev.parley.deploy.local.database.DatabaseAddress;
import dev.parley.deploy.local.database.Load;
import dev.parley.deploy.local.database.Migrations;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Set;

/// Fills an empty database and an empty folder from an archive.
final class Filling {

  private final Path root;
  private final BackupFile backup;
  private final Manifest verified;

  /// Prepares.
  ///
  /// @param root the repository, for the migrations of the services
  /// @param backup the archive
  /// @param verified what it said when it was read to its end
  Filling(Path root, BackupFile backup, Manifest verified) {
    this.root = root;
    this.backup = backup;
    this.verified = verified;
  }

  /// {@return what the archive holds}
  Manifest manifest() {
    return verified;
  }

  /// Makes the tables, and fills them and the folder.
  ///
  /// @param address a database with roles and empty schemas
  /// @param folder takes what lies beside a database
  void run(DatabaseAddress address, Path folder) throws SQLException, IOException {
    new Migrations(root, address).runAsIn(verified);
    try (var load = new Load(address, verified)) {
      Manifest read =
          backup.read((entry, in) -> {
            if (DataEntries.is(entry)) {
              write(in, DataEntries.resolve(entry, folder));
            } else {
              load.take(entry, in);
            }
          });
      if (!read.equals(verified)) {
        throw new TroubleException(
            "the backup was changed while it was read",
            "try again with a file that stays as it is");
      }
      load.commit(verified);
    }
  }

  private static void write(InputStream in, Path target) throws IOException {
    Files.createDirectories(
        target.getParent(),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    try (FileChannel channel =
        FileChannel.open(
            target,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      in.transferTo(Channels.newOutputStream(channel));
      channel.force(true);
    }
  }
}
