package dev.parley.gateway.door.ssh.shell;

import dev.parley.gateway.door.ssh.SshChannel;
import io.quarkus.logging.Log;
import java.io.IOError;
import java.io.IOException;
import java.util.Locale;
import org.jline.reader.Completer;
import org.jline.reader.EndOfFileException;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal.Signal;

/// The line editor on a channel. Waits: for virtual threads only. Lines are read by one thread,
/// keys given by another, prints by a third.
///
/// The library throws an [IOError] when the channel takes nothing any more: to whoever reads that
/// is the end of what is typed, to everybody else nothing that matters any more.
final class Editor {
  private final ChannelTerminal terminal;
  private final ChatReader reader;
  private final TypedLines lines = new TypedLines();

  Editor(SshChannel channel, Completer completer) throws IOException {
    this(new ChannelTerminal(channel::environment, channel::writeAndWait), completer);
  }

  Editor(ChannelTerminal terminal, Completer completer) throws IOException {
    this.terminal = terminal;
    reader = new ChatReader(terminal, completer);
  }

  /// {@return the next line, when it is there}
  ///
  /// @throws UserInterruptException after Ctrl+C
  /// @throws EndOfFileException after Ctrl+D, or when the channel is closed
  Typed readLine() {
    return lines.read(line(lines.prompt()));
  }

  /// {@return whether somebody says yes}
  boolean agrees(String question) {
    try {
      return line(question).strip().toLowerCase(Locale.ROOT).startsWith("y");
    } catch (UserInterruptException e) {
      return false;
    }
  }

  /// Prints above the line that is typed.
  ///
  /// @param text whole lines
  /// @return whether the channel has taken it
  boolean printAbove(String text) {
    try {
      if (!text.isEmpty()) {
        reader.printAbove(text);
      }
      return !terminal.writer().checkError();
    } catch (RuntimeException | IOError e) {
      Log.debugf("not printed cause=%s", e.toString());
      return false;
    }
  }

  void print(String text) {
    terminal.writer().print(text);
    terminal.flush();
  }

  /// Gives keys to the terminal; waits while the editor has more than it can take.
  void type(byte[] bytes) {
    try {
      terminal.processInputBytes(bytes);
    } catch (IOException | RuntimeException | IOError e) {
      Log.debugf("keys lost cause=%s", e.toString());
    }
  }

  void resize() {
    terminal.follow();
    try {
      terminal.raise(Signal.WINCH);
    } catch (IOError e) {
      Log.debugf("not drawn anew cause=%s", e.toString());
    }
  }

  void close() {
    try {
      terminal.close();
    } catch (IOException | RuntimeException | IOError e) {
      Log.debugf("terminal not closed cause=%s", e.toString());
    }
  }

  private String line(String prompt) {
    try {
      return reader.readLine(prompt);
    } catch (IOError e) {
      throw new EndOfFileException(e);
    }
  }
}
