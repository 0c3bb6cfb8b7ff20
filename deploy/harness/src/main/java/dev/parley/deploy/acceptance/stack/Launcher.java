package dev.parley.deploy.acceptance.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Runs `./parley` in the repository for one data folder.
///
/// @param root the repository, with everything built
/// @param home the data folder
record Launcher(Path root, Path home) {

  private static final Duration LIMIT = Duration.ofMinutes(3);

  /// What a command left behind.
  ///
  /// @param code its exit code
  /// @param output its standard output
  /// @param errors its standard error
  record Result(int code, String output, String errors) {}

  /// Runs a command that must succeed.
  ///
  /// @param arguments what follows `./parley`
  /// @throws StackException if it ends with a code other than 0, or not within three minutes
  void must(List<String> arguments) {
    Result result = run(arguments);
    if (result.code() != 0) {
      throw new StackException("./parley " + String.join(" ", arguments) + " failed: " + result);
    }
  }

  /// Runs a command to its end.
  ///
  /// @param arguments what follows `./parley`
  /// @throws StackException if it does not end within three minutes
  Result run(List<String> arguments) {
    try {
      // Files and not pipes: a detached child that inherits a pipe would hold it open for ever.
      Path output = Files.createTempFile("parley-", ".out");
      Path errors = Files.createTempFile("parley-", ".err");
      try {
        int code = run(arguments, output, errors);
        return new Result(code, Files.readString(output), Files.readString(errors));
      } finally {
        Files.deleteIfExists(output);
        Files.deleteIfExists(errors);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int run(List<String> arguments, Path output, Path errors) throws IOException {
    List<String> command = new ArrayList<>(List.of(root.resolve("parley").toString()));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(root.toFile())
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile());
    builder.environment().put("PARLEY_HOME", home.toString());
    Process process = builder.start();
    try {
      if (process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        return process.exitValue();
      }
      process.destroyForcibly();
      throw new StackException("./parley did not end within " + LIMIT + ": " + command);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException("interrupted while ./parley ran: " + command, e);
    }
  }
}
