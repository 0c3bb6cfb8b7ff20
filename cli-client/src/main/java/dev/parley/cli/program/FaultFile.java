package dev.parley.cli.program;

import dev.parley.cli.config.Places;
import dev.parley.cli.config.PrivateFiles;
import dev.parley.cli.text.Neutral;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/// Keeps what a report of a fault needs in `faults.log` of the state folder, mode 600: a stack
/// trace over a chat helps nobody who reads it. Above 1 MiB the file begins anew.
final class FaultFile {

  private static final String NAME = "faults.log";
  private static final long LIMIT = 1 << 20;

  private final Path file;

  /// Makes one; nothing is written yet.
  ///
  /// @param places of the person
  FaultFile(Places places) {
    this.file = places.state().resolve(NAME);
  }

  /// {@return what happened, as one harmless line}
  ///
  /// @param fault any; a library may quote in it what somebody else sent
  static String name(Throwable fault) {
    return "a fault of the client: " + Neutral.line(fault.toString());
  }

  /// Appends a fault.
  ///
  /// @param fault what happened
  /// @return how to report it
  String add(Throwable fault) {
    var trace = new StringWriter();
    fault.printStackTrace(new PrintWriter(trace));
    try {
      PrivateFiles.touch(file);
      Files.writeString(
          file,
          Instant.now() + " " + trace,
          Files.size(file) > LIMIT
              ? StandardOpenOption.TRUNCATE_EXISTING
              : StandardOpenOption.APPEND,
          StandardOpenOption.WRITE);
      return "please report it with the end of " + file;
    } catch (IOException e) {
      return "please report it; its details could not be written to " + file;
    }
  }
}
