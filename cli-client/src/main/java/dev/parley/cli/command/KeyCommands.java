package dev.parley.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.cli.frame.Frames;
import java.util.ArrayList;
import java.util.List;

/// Commands about the ssh keys that log one in.
final class KeyCommands {

  private KeyCommands() {}

  static List<Command> all() {
    return List.of(
        Command.of(
            "keys",
            "[add TYPE BASE64 [NAME] | remove FINGERPRINT]",
            "list, add or remove the ssh keys that log you in",
            KeyCommands::keys));
  }

  private static void keys(Given given, Desk desk) throws UsageException {
    if (given.words().isEmpty()) {
      list(desk);
      return;
    }
    switch (given.lower(0)) {
      case "add" -> add(given, desk);
      case "remove" -> remove(given, desk);
      default -> throw new UsageException();
    }
  }

  private static void list(Desk desk) {
    desk.attempt(
        desk.server()
            .ask("keys", Frames.JSON.createObjectNode())
            .thenAccept(answer -> {
              List<String> rows = new ArrayList<>();
              answer.path("keys").forEach(each -> rows.add(row(each)));
              desk.list("ssh keys", rows);
            }));
  }

  private static String row(JsonNode key) {
    String row =
        Frames.text(key, "fingerprint")
            + "  "
            + Frames.text(key, "keyType")
            + "  added "
            + Frames.text(key, "addedAt");
    String name = Frames.text(key, "name");
    return name.isEmpty() ? row : row + "  " + name;
  }

  private static void add(Given given, Desk desk) throws UsageException {
    String key = given.word(1) + " " + given.word(2);
    ObjectNode fields = Frames.JSON.createObjectNode().put("key", key);
    if (given.words().size() > 3) {
      fields.put("name", given.after(3));
    }
    desk.attempt(
        desk.server()
            .ask("addKey", fields)
            .thenAccept(_ -> desk.say("the key logs you in by ssh now; /keys lists all")));
  }

  private static void remove(Given given, Desk desk) throws UsageException {
    String fingerprint = given.word(1);
    desk.attempt(
        desk.server()
            .ask("removeKey", Frames.JSON.createObjectNode().put("fingerprint", fingerprint))
            .thenAccept(_ -> desk.say("the key logs nobody in any more")));
  }
}
