package dev.parley.deploy.local.command;

import dev.parley.deploy.local.home.Home;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;

/// Keeps what a report of a fault needs in `logs/faults.log` of the data folder: a stack trace on a
/// terminal helps nobody who sits there. Above 1 MiB the file begins anew.
final class FaultFile {

  private static final String NAME = "faults.log";
  private static final long LIMIT = 1 << 20;

  private FaultFile() {}

  /// Appends a fault.
  ///
  /// @param home whose logs; made if there is none
  /// @param fault what happened
  /// @return the file; empty if it cannot be written
  static Optional<Path> add(Home home, Throwable fault) {
    var trace = new StringWriter();
    fault.printStackTrace(new PrintWriter(trace));
    try {
      home.secretFolder(home.folder());
      Path file = home.secretFolder(home.logs()).resolve(NAME);
      boolean full = Files.exists(file) && Files.size(file) > LIMIT;
      Files.writeString(
          file,
          Instant.now() + " " + trace,
          StandardOpenOption.CREATE,
          full ? StandardOpenOption.TRUNCATE_EXISTING : StandardOpenOption.APPEND,
          StandardOpenOption.WRITE);
      return Optional.of(file);
    } catch (IOException | UncheckedIOException _) {
      return Optional.empty();
    }
  }
}
