package dev.parley.cli.command;

import dev.parley.cli.conversation.Conversation;
import dev.parley.cli.conversation.Message;
import dev.parley.cli.frame.Frames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Commands about what is shown, and about leaving.
final class ViewCommands {

  private static final int AROUND = 21;

  private ViewCommands() {}

  static List<Command> all() {
    return List.of(
        Command.of(
            "to query",
            "TARGET",
            "open a conversation",
            (given, desk) -> desk.open(given.target(0))),
        Command.of(
            "jump",
            "WORD",
            "open the conversation whose name has WORD in it",
            (given, desk) -> {
              jump(given, desk);
            }),
        Command.of(
            "offline",
            "",
            "open the next conversation with something new",
            (given, desk) -> nextUnread(given, desk)),
        Command.of("history", "[TARGET] [N]", "show older messages", ViewCommands::history),
        Command.of(
            "open", "[TARGET] N", "show message N and those around it", ViewCommands::around),
        Command.of(
            "sidebar",
            "[on|off]",
            "show or hide the conversations",
            (given, desk) -> {
              sidebar(given, desk);
            }),
        Command.of("edit-long", "", "write a message in $EDITOR", (_, desk) -> desk.editLong()),
        Command.of(
            "password",
            "",
            "change the password; asks without echo",
            (_, desk) -> desk.changePassword()),
        Command.of(
            "logout quit exit tata",
            "",
            "end the session; Ctrl+D leaves and keeps it",
            (_, desk) -> desk.logOut()));
  }

  private static void sidebar(Given given, Desk desk) throws UsageException {
    boolean wanted =
        switch (given.words().isEmpty() ? "" : given.lower(0)) {
          case "" -> !desk.hasSidebar();
          case "on" -> true;
          case "off" -> false;
          default -> throw new UsageException();
        };
    desk.sidebar(wanted);
  }

  private static void jump(Given given, Desk desk) throws UsageException {
    String wanted = given.after(0).toLowerCase(Locale.ROOT);
    Optional<String> match =
        desk.workspace().inOrder().stream()
            .map(Conversation::id)
            .filter(id -> id.contains(wanted))
            .min(Comparator.comparingInt(String::length));
    if (match.isPresent()) {
      desk.open(match.get());
    } else {
      desk.say("no conversation has '" + wanted + "' in its name; /to @" + wanted + " begins one");
    }
  }

  private static void nextUnread(Given given, Desk desk) {
    desk.workspace().inOrder().stream()
        .filter(each -> each.unread() > 0 && !each.id().equals(given.here()))
        .findFirst()
        .ifPresentOrElse(each -> desk.open(each.id()), () -> desk.say("nothing new"));
  }

  private static void history(Given given, Desk desk) throws UsageException {
    int last = given.words().size() - 1;
    int count = last >= 0 && Given.isNumber(given.word(last)) ? number(given.word(last)) : 0;
    boolean named = last >= 0 && !Given.isNumber(given.word(0));
    if (named && !given.target(0).equals(given.here())) {
      desk.open(given.target(0));
    } else {
      desk.older(count);
    }
  }

  private static int number(String word) {
    return (int) Math.min(200, Long.parseLong(word));
  }

  private static void around(Given given, Desk desk) throws UsageException {
    Given.Place place = given.place();
    desk.attempt(
        desk.workspace()
            .history(
                place.conversation(),
                Frames.JSON.createObjectNode().put("around", place.seq()).put("limit", AROUND))
            .thenAccept(page ->
                desk.show(
                    "around " + place.seq() + " in " + place.conversation(),
                    found(place.conversation(), page.messages()))));
  }

  private static List<Desk.Found> found(String conversation, List<Message> page) {
    List<Desk.Found> rows = new ArrayList<>();
    page.forEach(each -> rows.add(new Desk.Found(conversation, each)));
    return rows;
  }
}
