package dev.parley.cli.screen;

import java.io.IOException;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;

/// A line editor that lets others draw on its terminal between two drawings of its own.
final class ChatLineReader extends LineReaderImpl {

  ChatLineReader(Terminal terminal) throws IOException {
    super(terminal, "parley");
  }

  /// Draws while the editor does not. The editor draws the status lines, too, and both move the one
  /// cursor that a terminal can save: at once, they have left it below the text for good.
  ///
  /// @param drawing must not wait for the thread that reads keys
  void draw(Runnable drawing) {
    lock.lock();
    try {
      drawing.run();
    } finally {
      lock.unlock();
    }
  }
}
