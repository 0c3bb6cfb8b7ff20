package dev.parley.cli.screen;

import dev.parley.cli.config.Places;
import dev.parley.cli.config.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jline.reader.LineReader;
import org.jline.terminal.Terminal;

/// The line editor of a chat: its history lies in a file that nobody else may read, a line that
/// begins with a blank stays out of it, and no `!` means anything.
final class ChatReader {

  private static final int MOST_LINES = 1_000;

  private ChatReader() {}

  /// {@return the editor; its keys are those of every line editor yet}
  ///
  /// @throws UncheckedIOException if the file of the history cannot be written
  static ChatLineReader on(Terminal terminal, Places places) {
    try {
      PrivateFiles.touch(places.history());
      return set(new ChatLineReader(terminal), places);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + places.history(), e);
    }
  }

  private static ChatLineReader set(ChatLineReader reader, Places places) {
    reader.setParser(new ChatParser());
    reader.setVariable(LineReader.HISTORY_FILE, places.history());
    reader.setVariable(LineReader.HISTORY_FILE_SIZE, MOST_LINES);
    reader.setVariable(LineReader.SECONDARY_PROMPT_PATTERN, "");
    reader.option(LineReader.Option.DISABLE_EVENT_EXPANSION, true);
    reader.option(LineReader.Option.ERASE_LINE_ON_FINISH, true);
    reader.option(LineReader.Option.AUTO_LIST, true);
    reader.option(LineReader.Option.AUTO_FRESH_LINE, false);
    reader.option(LineReader.Option.HISTORY_IGNORE_SPACE, true);
    return reader;
  }
}
