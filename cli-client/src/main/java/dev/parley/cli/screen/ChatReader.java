package dev.parley.cli.screen;

import dev.parley.cli.config.Places;
import dev.parley.cli.config.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;

/// The line editor of a chat: its history lies in a file that nobody else may read, a line that
/// begins with a blank stays out of it, and no `!` means anything.
final class ChatReader {

  private static final int MOST_LINES = 1_000;

  private ChatReader() {}

  /// {@return the editor; its keys are those of every line editor yet}
  ///
  /// @throws UncheckedIOException if the file of the history cannot be written
  static LineReaderImpl on(Terminal terminal, Places places) {
    try {
      PrivateFiles.touch(places.history());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + places.history(), e);
    }
    LineReader reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .appName("parley")
            .parser(new ChatParser())
            .variable(LineReader.HISTORY_FILE, places.history())
            .variable(LineReader.HISTORY_FILE_SIZE, MOST_LINES)
            .variable(LineReader.SECONDARY_PROMPT_PATTERN, "")
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .option(LineReader.Option.ERASE_LINE_ON_FINISH, true)
            .option(LineReader.Option.AUTO_LIST, true)
            .option(LineReader.Option.AUTO_FRESH_LINE, false)
            .option(LineReader.Option.HISTORY_IGNORE_SPACE, true)
            .build();
    return (LineReaderImpl) reader;
  }
}
