package dev.parley.deploy.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Properties;

/// Writes the configuration of a process to a file of mode 600: a command line and an environment
/// can be read by others.
final class SecretProperties {

  /// Above environment variables (300), below system properties (400) given with `--jvm`.
  private static final String ORDINAL = "350";

  private SecretProperties() {}

  static void deleteAll(Path folder) {
    try (var files = Files.newDirectoryStream(folder, "*.properties")) {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void write(Path file, Map<String, String> values) {
    var properties = new Properties();
    properties.putAll(values);
    properties.setProperty("config_ordinal", ORDINAL);
    try {
      Files.deleteIfExists(file);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      try (Writer writer = Files.newBufferedWriter(file, StandardOpenOption.TRUNCATE_EXISTING)) {
        properties.store(writer, "Written by ./parley up at each start.");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
