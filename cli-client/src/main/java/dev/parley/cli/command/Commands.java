package dev.parley.cli.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The table of all `/` commands, and what is typed beside them.
public final class Commands {

  private static final List<Command> ALL =
      Stream.of(
              List.of(
                  Command.of(
                      "help",
                      "[COMMAND]",
                      "list commands and keys, or explain one",
                      Commands::help)),
              MessageCommands.all(),
              EncryptionCommands.all(),
              FileCommands.all(),
              GroupCommands.all(),
              KeyCommands.all(),
              PeopleCommands.all(),
              ViewCommands.all())
          .flatMap(List::stream)
          .sorted(Comparator.comparing(Command::name))
          .toList();

  private static final List<String> KEYS =
      List.of(
          "Tab                completes @names, #groups, /commands and :emoji:",
          "Alt+Up, Alt+Down   conversation before, after (Ctrl+P, Ctrl+N as well)",
          "Ctrl+K             jump to a conversation",
          "PageUp             older messages",
          "Alt+Enter          a new line in the message",
          "Ctrl+X Ctrl+E      write in $EDITOR",
          "Up, Ctrl+R         lines typed before",
          "Ctrl+C             clear the line; twice: leave",
          "Ctrl+D             leave, keep the session",
          "//text             a message that begins with a slash");

  private Commands() {}

  /// {@return all commands, by name}
  public static List<Command> all() {
    return ALL;
  }

  /// {@return the keys that are not those of every line editor}
  public static List<String> keys() {
    return KEYS;
  }

  /// {@return the command of a name or another spelling}
  ///
  /// @param word without the slash
  public static Optional<Command> find(String word) {
    String name = word.toLowerCase(Locale.ROOT);
    return ALL.stream().filter(each -> each.isCalled(name)).findFirst();
  }

  /// Does what was typed: a command, or a message to the open conversation. `//` begins a message
  /// with one slash.
  ///
  /// @param typed the line
  /// @param here the open conversation
  /// @param desk what commands work with
  public static void run(String typed, String here, Desk desk) {
    if (typed.isBlank()) {
      return;
    }
    if (!typed.startsWith("/") || typed.startsWith("//")) {
      desk.send(here, typed.startsWith("/") ? typed.substring(1) : typed, 0);
      return;
    }
    String[] parts = typed.substring(1).split("\\s+", 2);
    Optional<Command> command = find(parts[0]);
    if (command.isEmpty()) {
      desk.say("there is no command /" + parts[0] + "; /help lists them, // writes a slash");
      return;
    }
    try {
      command.get().action().run(Given.of(parts.length > 1 ? parts[1] : "", here), desk);
    } catch (UsageException _) {
      desk.say("usage: " + command.get().synopsis());
    }
  }

  private static void help(Given given, Desk desk) throws UsageException {
    if (!given.words().isEmpty()) {
      String name = given.lower(0);
      desk.list(name, CommandHelp.of(name).orElseThrow(UsageException::new));
      return;
    }
    List<String> rows = new ArrayList<>(CommandHelp.overview());
    rows.add("");
    rows.addAll(KEYS);
    desk.list("commands and keys", rows);
  }
}
