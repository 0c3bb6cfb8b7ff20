package dev.parley.deploy.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/// Makes a data folder.
///
/// The C.UTF-8 locale is built into PostgreSQL: the order of text does not depend on the machine.
final class InitDb {

  private static final Duration LIMIT = Duration.ofMinutes(2);

  private final PostgresSettings settings;
  private final Consumer<String> log;

  InitDb(PostgresSettings settings, Consumer<String> log) {
    this.settings = settings;
    this.log = log;
  }

  /// Runs `initdb`.
  ///
  /// @throws StartFailedException if it fails; nothing of the folder is left then
  void run(Path bin) {
    try {
      Path folder = settings.folder();
      Files.createDirectories(folder.toAbsolutePath().getParent());
      // What an initdb that was killed has left would stop this one.
      Folders.delete(folder);
      Path passwordFile = Files.createTempFile("parley", ".tmp");
      try {
        Files.writeString(passwordFile, settings.superuserPassword());
        run(command(bin, passwordFile));
      } finally {
        Files.deleteIfExists(passwordFile);
      }
    } catch (IOException e) {
      throw new StartFailedException("PostgreSQL's data folder: " + e.getMessage(), e);
    }
  }

  private List<String> command(Path bin, Path passwordFile) {
    return PostgresCommand.asUser(
        bin.resolve("initdb"),
        "--pgdata=" + settings.folder(),
        "--username=postgres",
        "--pwfile=" + passwordFile,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--locale=C",
        settings.durable() ? "--data-checksums" : "--no-sync");
  }

  private void run(List<String> command) {
    var initdb = ChildProcess.start("initdb", PostgresCommand.of(command), _ -> false, log);
    if (!initdb.awaitExit(LIMIT) || initdb.onExit().join() != 0) {
      throw new StartFailedException("initdb failed" + initdb.tail());
    }
  }
}
