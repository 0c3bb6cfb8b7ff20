package dev.parley.gateway.door.ssh;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// The least that a terminal needs which speaks the line protocol: it shows what is typed, lets it
/// be taken back, and ends lines with CR and LF. Writes no escape byte. Confined to the event loop.
final class PlainTerminal implements SshChannel.Input, SshConnection.Output {
  private static final int BACKSPACE = 0x08;
  private static final int DELETE = 0x7f;
  private static final int INTERRUPT = 0x03;
  private static final int END = 0x04;
  private static final int KILL = 0x15;
  private static final int ESCAPE = 0x1b;

  private final SshChannel.Input lines;
  private final SshConnection connection;
  private final SshChannel channel;
  private final int maxLine;
  private StringBuilder echo = new StringBuilder();
  private final ByteArrayOutputStream typed = new ByteArrayOutputStream(0);
  private boolean inSequence;
  private boolean afterReturn;

  PlainTerminal(SshChannel.Input lines, SshConnection connection, SshChannel channel, int maxLine) {
    this.lines = lines;
    this.connection = connection;
    this.channel = channel;
    this.maxLine = maxLine;
  }

  @Override
  public void onBytes(byte[] bytes, Runnable taken) {
    for (byte each : bytes) {
      onKey(each);
    }
    connection.show(echo.toString().getBytes(StandardCharsets.ISO_8859_1));
    echo = new StringBuilder();
    taken.run();
  }

  @Override
  public void onEnd() {
    lines.onEnd();
  }

  @Override
  public void write(byte[] bytes, Consumer<Boolean> written) {
    ByteArrayOutputStream cooked = new ByteArrayOutputStream(bytes.length + 16);
    for (byte each : bytes) {
      if (each == '\n') {
        cooked.write('\r');
      }
      cooked.write(each);
    }
    channel.write(cooked.toByteArray(), written);
  }

  private void onKey(byte key) {
    boolean lineFeedOfReturn = key == '\n' && afterReturn;
    afterReturn = key == '\r';
    if (inSequence) {
      // Arrows and their like: up to the letter that ends them.
      inSequence = !Character.isLetter(key) || key == 'O';
    } else if (key == '\r' || key == '\n') {
      if (!lineFeedOfReturn) {
        endLine();
      }
    } else if (key == BACKSPACE || key == DELETE) {
      takeBack();
    } else if (key == KILL || key == INTERRUPT) {
      typed.reset();
      echo.append(key == INTERRUPT ? "^C\n" : "\n");
    } else if (key == END && typed.size() == 0) {
      lines.onEnd();
    } else if (key == ESCAPE) {
      inSequence = true;
    } else if ((key < 0 || key >= ' ' || key == '\t') && typed.size() <= maxLine) {
      typed.write(key);
      echo.append((char) (key & 0xff));
    }
  }

  private void endLine() {
    echo.append('\n');
    connection.show(echo.toString().getBytes(StandardCharsets.ISO_8859_1));
    echo = new StringBuilder();
    typed.write('\n');
    byte[] line = typed.toByteArray();
    typed.reset();
    lines.onBytes(line, () -> {});
  }

  private void takeBack() {
    byte[] line = typed.toByteArray();
    int end = line.length;
    while (end > 0 && (line[end - 1] & 0xc0) == 0x80) {
      end--;
    }
    if (end > 0) {
      typed.reset();
      typed.write(line, 0, end - 1);
      echo.append("\b \b");
    }
  }
}
