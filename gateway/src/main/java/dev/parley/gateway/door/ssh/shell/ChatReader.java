package dev.parley.gateway.door.ssh.shell;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.impl.DefaultParser;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;

/// The line editor of one shell.
///
/// Its key maps, which are most of its weight, are made once for each kind of terminal and shared;
/// they are never changed. What would leave the chat, such as an external editor, is not there.
final class ChatReader extends LineReaderImpl {
  private static final int HISTORY_SIZE = 200;
  private static final List<String> NOT_OFFERED =
      List.of(LineReader.EDIT_AND_EXECUTE_COMMAND, LineReader.EXECUTE_NAMED_CMD);
  private static final Map<String, Map<String, KeyMap<Binding>>> KEY_MAPS =
      new ConcurrentHashMap<>();

  ChatReader(Terminal terminal, Completer completer) throws IOException {
    super(terminal, "parley");
    setCompleter(completer);
    setParser(parser());
    setVariable(LineReader.HISTORY_SIZE, HISTORY_SIZE);
    setVariable(LineReader.BELL_STYLE, "none");
    setOpt(Option.DISABLE_EVENT_EXPANSION);
    setOpt(Option.DISABLE_HIGHLIGHTER);
    unsetOpt(Option.HISTORY_TIMESTAMPED);
    NOT_OFFERED.forEach(getWidgets()::remove);
  }

  @Override
  public Map<String, KeyMap<Binding>> defaultKeyMaps() {
    return new HashMap<>(KEY_MAPS.computeIfAbsent(terminal.getType(), _ -> super.defaultKeyMaps()));
  }

  /// A line is words between blanks and nothing more: no quotes, no escapes, no comments.
  private static DefaultParser parser() {
    DefaultParser parser = new DefaultParser();
    parser.setQuoteChars(new char[0]);
    parser.setEscapeChars(new char[0]);
    parser.setEofOnUnclosedQuote(false);
    return parser;
  }
}
