package dev.parley.deploy.local.backup;

import dev.parley.deploy.local.archive.ArchiveWriter;
import dev.parley.deploy.local.archive.DataEntries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// The files that belong to the data beside the database: keys, certificate, what people sent.
///
/// Everything of the data folder belongs to them but Kafka's log, the database's own files and the
/// passwords of the database, which a restored one gets anew. So a folder that a later Parley adds
/// is in the backup without a word here.
final class DataFiles {

  private static final Set<String> LEFT_OUT = Set.of("kafka", "postgres", "secrets.properties");

  private DataFiles() {}

  /// Writes the files of a data folder.
  ///
  /// @param data the folder
  /// @param archive where to
  static void write(Path data, ArchiveWriter archive) throws IOException {
    try (Stream<Path> top = Files.list(data)) {
      for (Path each : top.sorted().toList()) {
        String name = each.getFileName().toString();
        if (!LEFT_OUT.contains(name)) {
          write(each, Path.of(name), archive);
        }
      }
    }
  }

  /// Writes folders that lie in different places.
  ///
  /// @param folders by name
  /// @param archive where to
  static void write(Map<String, Path> folders, ArchiveWriter archive) throws IOException {
    for (Map.Entry<String, Path> each : folders.entrySet()) {
      write(each.getValue(), Path.of(each.getKey()), archive);
    }
  }

  private static void write(Path from, Path name, ArchiveWriter archive) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(from)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      write(file, DataEntries.name(name.resolve(from.relativize(file))), archive);
    }
  }

  /// A file that was deleted a moment ago is no longer part of the data.
  private static void write(Path file, String entry, ArchiveWriter archive) throws IOException {
    try (var in = Files.newInputStream(file)) {
      archive.add(
          entry.endsWith("/") ? entry.substring(0, entry.length() - 1) : entry, in::transferTo);
    } catch (NoSuchFileException _) {
      // The next one.
    }
  }
}
