package dev.parley.cli.screen;

import java.io.PrintStream;
import java.util.List;
import org.jline.utils.AttributedString;

/// One line after another, without any escape sequence: for screen readers, dumb terminals, pipes.
final class PlainSurface implements Surface {

  private static final int WIDE = 1_000_000;
  private static final int HIGH = 24;

  private final PrintStream out;

  PlainSurface(PrintStream out) {
    this.out = out;
  }

  @Override
  public void print(AttributedString line) {
    out.println(line.toString());
    out.flush();
  }

  @Override
  public void status(List<AttributedString> lines) {
    // It would be said again and again.
  }

  @Override
  public void bell() {
    // The sign would be in the way of programs that read the lines.
  }

  @Override
  public int width() {
    return WIDE;
  }

  @Override
  public int height() {
    return HIGH;
  }
}
