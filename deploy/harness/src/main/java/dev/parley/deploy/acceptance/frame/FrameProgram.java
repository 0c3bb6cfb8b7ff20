package dev.parley.deploy.acceptance.frame;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;

/// A program that takes frames on its standard input, one per line, and prints what comes back.
/// What else it says is kept as `unreadable`.
public final class FrameProgram implements AutoCloseable {
  private final Process process;
  private final FrameTalk talk;

  private FrameProgram(Process process) {
    this.process = process;
    Writer input = process.outputWriter();
    this.talk = new FrameTalk(frame -> write(input, frame));
    Thread.ofVirtual().start(() -> read(process.inputReader()));
  }

  /// Starts it.
  ///
  /// @param command program and arguments
  /// @param environment variables beside those of this process
  /// @return the running program
  public static FrameProgram start(List<String> command, Map<String, String> environment) {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    try {
      return new FrameProgram(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + command.getFirst(), e);
    }
  }

  /// {@return how to talk through it}
  public FrameTalk talk() {
    return talk;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private static void write(Writer input, String frame) {
    try {
      input.write(frame + "\n");
      input.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("the program is gone", e);
    }
  }

  private void read(BufferedReader output) {
    try (output) {
      output.lines().forEach(talk::take);
    } catch (IOException | UncheckedIOException e) {
      // It has ended.
      return;
    }
  }
}
