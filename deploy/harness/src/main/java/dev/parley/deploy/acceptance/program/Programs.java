package dev.parley.deploy.acceptance.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Programs of this machine.
public final class Programs {
  private static final Duration LIMIT = Duration.ofMinutes(1);

  private Programs() {}

  /// {@return those that are not installed}
  ///
  /// @param names such as `ssh`
  public static List<String> missing(String... names) {
    return Stream.of(names).filter(name -> !isThere(name)).toList();
  }

  /// Runs a program to its end, which must come within a minute.
  ///
  /// @param command program and arguments
  /// @param environment variables beside those of this process
  /// @param input what it is given
  /// @return how it ended
  public static Outcome run(List<String> command, Map<String, String> environment, String input) {
    return run(command, environment, input, LIMIT);
  }

  /// Runs a program to its end.
  ///
  /// @param command program and arguments
  /// @param environment variables beside those of this process
  /// @param input what it is given
  /// @param limit time in which it must end
  /// @return how it ended
  /// @throws AssertionError if it does not end in time
  public static Outcome run(
      List<String> command, Map<String, String> environment, String input, Duration limit) {
    Process process = start(command, environment);
    CompletableFuture<String> out = reading(process.getInputStream());
    CompletableFuture<String> errors = reading(process.getErrorStream());
    try {
      write(process, input);
      if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(command + " does not end; it said: " + errors.join());
      }
      return new Outcome(process.exitValue(), out.join(), errors.join());
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /// Starts a program.
  ///
  /// @param command program and arguments
  /// @param environment variables beside those of this process
  /// @return the running program; whoever starts it sees to its end
  public static Process start(List<String> command, Map<String, String> environment) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + command.getFirst(), e);
    }
  }

  /// A program may end before it has read everything.
  private static void write(Process process, String input) {
    try (var in = process.getOutputStream()) {
      in.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // What matters is what it answers.
      return;
    }
  }

  private static CompletableFuture<String> reading(java.io.InputStream stream) {
    return CompletableFuture.supplyAsync(() -> {
      try {
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }

  private static boolean isThere(String name) {
    return Stream.of(System.getenv("PATH").split(":"))
        .map(folder -> Path.of(folder, name))
        .anyMatch(Files::isExecutable);
  }
}
