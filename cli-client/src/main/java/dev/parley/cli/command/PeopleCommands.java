package dev.parley.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.cli.frame.Frames;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Commands about people.
final class PeopleCommands {

  private PeopleCommands() {}

  static List<Command> all() {
    return List.of(
        Command.of(
            "whoelse users",
            "",
            "list who else is here",
            (_, desk) -> list(desk, "whoElse", "here", PeopleCommands::here)),
        Command.of(
            "wholasthr",
            "",
            "list who was here within the last hour",
            (_, desk) ->
                list(desk, "whoLastHour", "here within the last hour", PeopleCommands::lastHour)),
        Command.of("ping", "USER", "ask whether somebody is here", PeopleCommands::ping),
        Command.of(
            "block",
            "USER",
            "take nothing more from somebody",
            (given, desk) -> block(given, desk, "block")),
        Command.of(
            "unblock",
            "USER",
            "take from somebody again",
            (given, desk) -> block(given, desk, "unblock")),
        Command.of("away", "", "be shown as away", (_, desk) -> away(desk, true)),
        Command.of("back", "", "be shown as here", (_, desk) -> away(desk, false)));
  }

  private static void list(Desk desk, String type, String title, Function<JsonNode, String> row) {
    desk.attempt(
        desk.server()
            .ask(type, Frames.JSON.createObjectNode())
            .thenAccept(answer -> {
              List<String> rows = new ArrayList<>();
              answer.path("users").forEach(each -> rows.add(row.apply(each)));
              desk.list(title, rows);
            }));
  }

  private static String here(JsonNode row) {
    String state = Frames.text(row, "state").equals("away") ? "  away" : "";
    return Frames.text(row, "user")
        + "  "
        + Frames.text(row, "door")
        + "  since "
        + Frames.text(row, "since")
        + state;
  }

  private static String lastHour(JsonNode row) {
    String online = row.path("online").asBoolean() ? "  online" : "";
    return Frames.text(row, "user") + "  " + Frames.text(row, "lastLogin") + online;
  }

  private static void ping(Given given, Desk desk) throws UsageException {
    String user = given.user(0);
    desk.attempt(
        desk.server()
            .ask("ping", Frames.JSON.createObjectNode().put("user", user))
            .thenAccept(answer -> {
              String seen = Frames.text(answer, "lastSeen");
              desk.say(
                  user
                      + " is "
                      + Frames.text(answer, "state")
                      + (seen.isEmpty() ? "" : ", last seen " + seen));
            }));
  }

  private static void block(Given given, Desk desk, String type) throws UsageException {
    String user = given.user(0);
    desk.attempt(
        desk.server()
            .ask(type, Frames.JSON.createObjectNode().put("user", user))
            .thenAccept(_ -> {
              desk.workspace().refresh();
              desk.say(user + (type.equals("block") ? " is blocked" : " is not blocked"));
            }));
  }

  private static void away(Desk desk, boolean away) {
    desk.workspace().people().away(away);
    desk.server().tell(Frames.JSON.createObjectNode().put("type", "away").put("away", away));
    desk.say(away ? "you are shown as away" : "you are shown as here");
  }
}
