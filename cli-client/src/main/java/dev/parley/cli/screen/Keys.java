package dev.parley.cli.screen;

import java.util.Objects;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;

/// The keys that are not those of every line editor.
final class Keys {

  private static final String NEXT = "parley-next";
  private static final String PREVIOUS = "parley-previous";
  private static final String OLDER = "parley-older";
  private static final String JUMP = "parley-jump";
  private static final String LINE = "parley-line";
  private static final String EDIT = "parley-edit";

  /// What keys do; called on the thread that reads them, which holds the editor's lock: nothing
  /// here may wait.
  interface Actions {
    void step(int places);

    void older();

    void edit();
  }

  private Keys() {}

  static void bind(LineReaderImpl reader, Terminal terminal, Actions actions) {
    widget(reader, NEXT, () -> actions.step(1));
    widget(reader, PREVIOUS, () -> actions.step(-1));
    widget(reader, OLDER, actions::older);
    widget(reader, LINE, () -> reader.getBuffer().write("\n"));
    widget(reader, JUMP, () -> jump(reader));
    widget(
        reader,
        EDIT,
        () -> {
          actions.edit();
          reader.callWidget(LineReader.ACCEPT_LINE);
        });
    KeyMap<Binding> keys = Objects.requireNonNull(reader.getKeyMaps().get(LineReader.EMACS));
    // Alt with an arrow: xterm's way, and that of terminals which send ESC before it.
    keys.bind(new Reference(NEXT), "\033[1;3B", "\033\033[B", "\033\033OB", KeyMap.ctrl('N'));
    keys.bind(new Reference(PREVIOUS), "\033[1;3A", "\033\033[A", "\033\033OA", KeyMap.ctrl('P'));
    keys.bind(new Reference(OLDER), "\033[5~");
    String pageUp = KeyMap.key(terminal, Capability.key_ppage);
    if (pageUp != null) {
      keys.bind(new Reference(OLDER), pageUp);
    }
    keys.bind(new Reference(JUMP), KeyMap.ctrl('K'));
    keys.bind(new Reference(LINE), "\033\r", "\033\n");
    keys.bind(new Reference(EDIT), KeyMap.ctrl('X') + KeyMap.ctrl('E'));
  }

  private static void jump(LineReaderImpl reader) {
    reader.getBuffer().clear();
    reader.getBuffer().write("/jump ");
  }

  private static void widget(LineReaderImpl reader, String name, Runnable action) {
    reader
        .getWidgets()
        .put(
            name,
            () -> {
              action.run();
              return true;
            });
  }
}
