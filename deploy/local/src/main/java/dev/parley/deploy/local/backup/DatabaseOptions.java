package dev.parley.deploy.local.backup;

import dev.parley.deploy.local.console.TroubleException;
import dev.parley.deploy.local.database.DatabaseAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// A database that is not that of the data folder, such as that of docker compose.
final class DatabaseOptions {

  @Option(
      names = "--database-url",
      paramLabel = "URL",
      description = "jdbc:postgresql://HOST:PORT/parley; else the database of the data folder.")
  private @Nullable String url;

  @Option(
      names = "--database-user",
      paramLabel = "NAME",
      defaultValue = "postgres",
      description = "A superuser there. Default: postgres.")
  private String user = "postgres";

  @Option(
      names = "--database-password-file",
      paramLabel = "FILE",
      description = "Holds its password.")
  private @Nullable Path passwordFile;

  @Option(
      names = "--folder",
      paramLabel = "NAME=PATH",
      description =
          "With --database-url: a folder that belongs to the data, such as tokens=/PATH, tls=/PATH,"
              + " ssh=/PATH, files=/PATH. May be repeated.")
  private Map<String, Path> folders = new LinkedHashMap<>();

  /// {@return the database, if one is named}
  Optional<DatabaseAddress> address() {
    if (url == null) {
      if (!folders.isEmpty()) {
        throw new TroubleException(
            "--folder goes with --database-url", "leave it out: the data folder has its own");
      }
      return Optional.empty();
    }
    if (!url.matches("jdbc:postgresql://[^/?]+/[a-z_]+")) {
      throw new TroubleException(
          "this is no address of a database: " + url, "write jdbc:postgresql://HOST:PORT/parley");
    }
    return Optional.of(new DatabaseAddress(url, user, password()));
  }

  /// {@return folders by the name that they have in an archive}
  Map<String, Path> folders() {
    folders.forEach((name, path) -> {
      if (!name.matches("[a-z][a-z0-9-]*")) {
        throw new TroubleException("no name of a folder: " + name, "such as tokens=/PATH");
      }
    });
    return folders;
  }

  private String password() {
    if (passwordFile == null) {
      throw new TroubleException(
          "--database-url needs a password", "add --database-password-file FILE");
    }
    try {
      return Files.readString(passwordFile).strip();
    } catch (IOException e) {
      throw new TroubleException(
          "the password cannot be read from " + passwordFile, "name a file that you can read");
    }
  }
}
