package dev.parley.gateway.door.ssh.shell;

import dev.parley.gateway.door.ssh.SshChannel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jline.terminal.Size;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.jspecify.annotations.Nullable;

/// A terminal at the other end of a channel: no device of the operating system, no thread.
final class ChannelTerminal extends LineDisciplineTerminal {
  private static final int MAX_SIZE = 1_000;
  private static final Size USUAL = Size.of(80, 24);

  private final SshChannel channel;

  ChannelTerminal(SshChannel channel) throws IOException {
    super(
        "ssh",
        TerminalType.of(channel.environment()),
        new ChannelOutput(channel),
        StandardCharsets.UTF_8);
    this.channel = channel;
    follow();
  }

  /// Takes the size that the client's window has now.
  void follow() {
    Map<String, String> environment = channel.environment();
    setSize(
        Size.of(
            number(environment.get("COLUMNS"), USUAL.getColumns()),
            number(environment.get("LINES"), USUAL.getRows())));
  }

  private static int number(@Nullable String digits, int otherwise) {
    if (digits == null || !digits.matches("[0-9]{1,6}")) {
      return otherwise;
    }
    int number = Integer.parseInt(digits);
    return number == 0 ? otherwise : Math.min(number, MAX_SIZE);
  }

  /// Gathers bytes until they are flushed, then waits for the channel to take them.
  private static final class ChannelOutput extends OutputStream {
    private final SshChannel channel;
    private final ReentrantLock lock = new ReentrantLock();
    private final ByteArrayOutputStream gathered = new ByteArrayOutputStream(0);

    private ChannelOutput(SshChannel channel) {
      this.channel = channel;
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
          channel.writeAndWait(bytes);
        }
      } finally {
        lock.unlock();
      }
    }
  }
}
