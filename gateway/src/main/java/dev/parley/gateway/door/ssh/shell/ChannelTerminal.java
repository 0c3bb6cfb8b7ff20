package dev.parley.gateway.door.ssh.shell;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jline.terminal.Size;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.jspecify.annotations.Nullable;

/// A terminal at the other end of a channel: no device of the operating system, no thread.
final class ChannelTerminal extends LineDisciplineTerminal {
  private static final int MAX_SIZE = 1_000;
  private static final Size USUAL = Size.of(80, 24);

  /// Takes what is to be shown.
  interface Screen {
    /// Waits until the bytes have left.
    ///
    /// @throws IOException if nobody is there any more
    void show(byte[] bytes) throws IOException;
  }

  private final Supplier<Map<String, String>> environment;

  /// @param environment variables that the client has sent, with the size that its window has now
  /// @param screen takes what is shown
  ChannelTerminal(Supplier<Map<String, String>> environment, Screen screen) throws IOException {
    super(
        "ssh",
        TerminalType.of(environment.get()),
        new ScreenOutput(screen),
        StandardCharsets.UTF_8);
    this.environment = environment;
    follow();
  }

  /// Takes the size that the client's window has now.
  void follow() {
    Map<String, String> variables = environment.get();
    setSize(
        Size.of(
            number(variables.get("COLUMNS"), USUAL.getColumns()),
            number(variables.get("LINES"), USUAL.getRows())));
  }

  private static int number(@Nullable String digits, int otherwise) {
    if (digits == null || !digits.matches("[0-9]{1,6}")) {
      return otherwise;
    }
    int number = Integer.parseInt(digits);
    return number == 0 ? otherwise : Math.min(number, MAX_SIZE);
  }

  /// Gathers bytes until they are flushed, then waits for the screen to take them.
  private static final class ScreenOutput extends OutputStream {
    private final Screen screen;
    private final ReentrantLock lock = new ReentrantLock();
    private final ByteArrayOutputStream gathered = new ByteArrayOutputStream(0);

    private ScreenOutput(Screen screen) {
      this.screen = screen;
    }

    @Override
    public void write(int b) {
      lock.lock();
      try {
        gathered.write(b);
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void flush() throws IOException {
      lock.lock();
      try {
        if (gathered.size() > 0) {
          byte[] bytes = gathered.toByteArray();
          gathered.reset();
          screen.show(bytes);
        }
      } finally {
        lock.unlock();
      }
    }
  }
}
