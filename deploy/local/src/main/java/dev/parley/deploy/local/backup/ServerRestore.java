package dev.parley.deploy.local.backup;

import dev.parley.deploy.embedded.Folders;
import dev.parley.deploy.local.archive.Content;
import dev.parley.deploy.local.archive.DataEntries;
import dev.parley.deploy.local.archive.Manifest;
import dev.parley.deploy.local.console.Console;
import dev.parley.deploy.local.console.Ticker;
import dev.parley.deploy.local.console.TroubleException;
import dev.parley.deploy.local.database.Catalog;
import dev.parley.deploy.local.database.DatabaseAddress;
import dev.parley.deploy.local.database.SecondDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Stream;

/// Restores into a PostgreSQL server: a second database is made beside the old one, and takes its
/// name when it is complete. The services are stopped meanwhile, and Kafka's data were deleted.
final class ServerRestore {

  private final DatabaseAddress address;
  private final Map<String, Path> folders;
  private final Console console;

  ServerRestore(DatabaseAddress address, Map<String, Path> folders, Console console) {
    this.address = address;
    this.folders = folders;
    this.console = console;
  }

  /// Restores.
  ///
  /// @param filling what fills the new data
  /// @param replace whether old data may go without asking
  void run(Filling filling, boolean replace) throws IOException, SQLException {
    requireFolders(filling.manifest());
    if (!isEmpty() && !replace) {
      Confirmation.demand(
          "There are tables in " + address.url() + " already. They are moved away.",
          "./parley restore --replace");
    }
    Path files = Files.createTempDirectory("parley-restore-");
    try {
      var second = new SecondDatabase(address);
      String old;
      try (var _ = new Ticker(console, () -> "restoring")) {
        second.create();
        filling.run(second.address(), files);
        old = second.swap();
      } catch (SQLException | IOException | RuntimeException e) {
        second.drop();
        throw e;
      }
      place(files);
      console.line("restored into " + address.url());
      console.line("the old database is " + old + "; drop it when all is well");
      console.line("start Kafka with an empty volume, then the services");
    } finally {
      Folders.delete(files);
    }
  }

  private boolean isEmpty() throws SQLException {
    try (Connection connection = address.connect()) {
      return new Catalog(connection).tables().isEmpty();
    }
  }

  /// Before anything is touched: does every folder of the backup have a place?
  private void requireFolders(Manifest manifest) {
    for (Content each : manifest.contents()) {
      if (DataEntries.is(each.entry())) {
        Path file = DataEntries.resolve(each.entry(), Path.of("/"));
        // A file at the top, such as the number of partitions, belongs to a data folder only.
        if (file.getNameCount() > 1 && !folders.containsKey(file.getName(0).toString())) {
          String name = file.getName(0).toString();
          throw new TroubleException(
              "the backup holds the folder " + name + ", and nobody said where it goes",
              "add --folder " + name + "=/PATH");
        }
      }
    }
  }

  /// File by file, each at once: a volume's own folder cannot be renamed.
  private void place(Path files) throws IOException {
    for (Map.Entry<String, Path> each : folders.entrySet()) {
      Path from = files.resolve(each.getKey());
      if (Files.exists(from)) {
        place(from, each.getValue());
      }
    }
  }

  private static void place(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file));
        Path part = target.resolveSibling(target.getFileName() + ".restoring");
        Files.createDirectories(target.getParent());
        Files.copy(
            file, part, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
      }
    }
  }
}
