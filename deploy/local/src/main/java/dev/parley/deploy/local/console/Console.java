package dev.parley.deploy.local.console;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/// Lines for a person: finished ones stay, one unfinished line ticks below them on a terminal.
///
/// Safe for any thread. Where the output is no terminal, a tick becomes a line every ten seconds.
public final class Console {

  private static final String CLEAR_LINE = "\r\u001b[K";
  private static final long LINE_EVERY_SECONDS = 10;

  private final PrintStream out;
  private final boolean terminal;
  private boolean ticking;

  /// Makes one.
  ///
  /// @param out where the lines go
  /// @param terminal whether `out` understands control sequences
  public Console(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /// {@return a console on standard output}
  public static Console ofOutput() {
    return new Console(System.out, isTerminal());
  }

  /// {@return a console on standard error, for commands whose output is for machines}
  public static Console ofError() {
    return new Console(System.err, isTerminal());
  }

  /// Writes a line that stays.
  ///
  /// @param text without line end
  public synchronized void line(String text) {
    clear();
    out.println(text);
    out.flush();
  }

  /// Replaces the unfinished line.
  ///
  /// @param what what is being waited for
  /// @param elapsed since the wait began
  public synchronized void tick(String what, Duration elapsed) {
    if (terminal) {
      out.print(CLEAR_LINE + "  … " + what + " (" + elapsed.toSeconds() + " s)");
      out.flush();
      ticking = true;
    } else if (elapsed.toSeconds() % LINE_EVERY_SECONDS == 0) {
      line("  … " + what + " (" + elapsed.toSeconds() + " s)");
    }
  }

  /// {@return a duration in seconds with one decimal}
  ///
  /// @param duration not negative
  public static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
  }

  private void clear() {
    if (ticking) {
      out.print(CLEAR_LINE);
      ticking = false;
    }
  }

  @SuppressWarnings("SystemConsoleNull") // null with -Djdk.console=java.base, as the launcher runs
  private static boolean isTerminal() {
    return System.console() != null && System.console().isTerminal();
  }
}
