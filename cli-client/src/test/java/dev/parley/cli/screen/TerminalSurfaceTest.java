package dev.parley.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jline.terminal.Size;
import org.jline.terminal.impl.ExternalTerminal;
import org.jline.utils.AttributedString;
import org.junit.jupiter.api.Test;

class TerminalSurfaceTest {

  private static final int LINES = 2_000;
  private static final String SAVE = "\u001b7";
  private static final String RESTORE = "\u001b8";

  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

  @Test
  void comesBackFromTheStatusLinesWhileLinesAreTyped() throws Exception {
    // Given
    var terminal =
        new ExternalTerminal("test", "xterm", new Typed(LINES), screen, StandardCharsets.UTF_8);
    terminal.setSize(new Size(80, 24));
    var reader = new ChatLineReader(terminal);
    var surface = new TerminalSurface(terminal, reader);
    var typed = new AtomicBoolean();
    Thread loop = Thread.ofPlatform().start(() -> showStatus(surface, typed));

    // When
    for (int line = 0; line < LINES; line++) {
      reader.readLine("> ");
    }
    typed.set(true);
    loop.join();
    terminal.close();

    // Then
    assertThat(savedTwice(screen.toString(StandardCharsets.UTF_8))).isZero();
  }

  private static void showStatus(TerminalSurface surface, AtomicBoolean typed) {
    for (int unread = 0; !typed.get(); unread++) {
      surface.status(List.of(new AttributedString(unread + " unread")));
    }
  }

  /// {@return how often the cursor was saved while it was away already}
  private static long savedTwice(String written) {
    long twice = 0;
    boolean away = false;
    for (String part : written.split("(?<=" + SAVE + "|" + RESTORE + ")")) {
      if (part.endsWith(SAVE)) {
        twice += away ? 1 : 0;
        away = true;
      } else if (part.endsWith(RESTORE)) {
        away = false;
      }
    }
    return twice;
  }

  /// Somebody who types one letter and Enter, again and again.
  private static final class Typed extends InputStream {
    private int left;

    Typed(int lines) {
      left = 2 * lines;
    }

    @Override
    public int read() {
      return left-- <= 0 ? -1 : left % 2 == 1 ? 'a' : '\r';
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int next = read();
      if (next < 0) {
        return -1;
      }
      bytes[offset] = (byte) next;
      return 1;
    }
  }
}
