package dev.parley.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.cli.frame.Frames;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Commands about groups.
final class GroupCommands {

  private GroupCommands() {}

  static List<Command> all() {
    return List.of(
        Command.of("create", "group NAME USER…", "make a closed group", GroupCommands::create),
        Command.of(
            "group",
            "NAME | NAME TEXT | add NAME USER… | remove NAME USER | leave NAME | members NAME"
                + " | mute NAME USER [MINUTES] | unmute NAME USER | muted NAME",
            "join or make an open group, write to one, change its members; moderators mute",
            GroupCommands::group),
        Command.of("grouplist groups", "", "list groups", GroupCommands::groups));
  }

  private static void create(Given given, Desk desk) throws UsageException {
    if (!given.lower(0).equals("group")) {
      throw new UsageException();
    }
    String group = given.group(1);
    List<String> users = given.words().size() > 2 ? given.users(2) : List.of();
    desk.attempt(ask(desk, "createGroup", group, users).thenAccept(_ -> openNew(desk, group)));
  }

  private static void group(Given given, Desk desk) throws UsageException {
    switch (given.lower(0)) {
      case "add" -> add(given, desk);
      case "remove" -> remove(given, desk);
      case "mute" -> mute(given, desk);
      case "unmute" -> unmute(given, desk);
      case "muted" -> muted(given, desk);
      case "leave" -> leave(given, desk);
      case "members" -> members(given, desk);
      default -> joinOrWrite(given, desk);
    }
  }

  private static void joinOrWrite(Given given, Desk desk) throws UsageException {
    String group = given.group(0);
    if (given.words().size() > 1) {
      desk.send("#" + group, given.after(1), 0);
    } else {
      desk.attempt(ask(desk, "joinGroup", group, List.of()).thenAccept(_ -> openNew(desk, group)));
    }
  }

  private static void add(Given given, Desk desk) throws UsageException {
    String group = given.group(1);
    List<String> users = given.users(2);
    desk.attempt(
        ask(desk, "addMembers", group, users)
            .thenAccept(_ -> desk.say(String.join(", ", users) + " added to #" + group)));
  }

  private static void remove(Given given, Desk desk) throws UsageException {
    String group = given.group(1);
    for (String user : given.users(2)) {
      desk.attempt(
          ask(desk, "removeMember", group, List.of(user))
              .thenAccept(_ -> desk.say(user + " removed from #" + group)));
    }
  }

  private static void leave(Given given, Desk desk) throws UsageException {
    String group = given.group(1);
    desk.attempt(
        ask(desk, "leave", group, List.of())
            .thenAccept(_ -> {
              desk.workspace().forget("#" + group);
              desk.say("you left #" + group);
              if (given.here().equals("#" + group)) {
                desk.open("#lobby");
              }
            }));
  }

  private static void members(Given given, Desk desk) throws UsageException {
    String group = given.group(1);
    desk.attempt(
        desk.workspace()
            .members("#" + group)
            .thenAccept(members -> desk.list("members of #" + group, members)));
  }

  private static void mute(Given given, Desk desk) throws UsageException {
    ObjectNode fields = ofMember(given);
    boolean isLimited = given.words().size() > 3;
    if (isLimited) {
      fields.put("minutes", given.minutes(3));
    }
    String how = isLimited ? " for " + given.word(3) + " minutes" : " until unmuted";
    String done = given.user(2) + " is muted in #" + given.group(1) + how;
    desk.attempt(desk.server().ask("muteMember", fields).thenAccept(_ -> desk.say(done)));
  }

  private static void unmute(Given given, Desk desk) throws UsageException {
    String done = given.user(2) + " may write in #" + given.group(1);
    desk.attempt(
        desk.server().ask("unmuteMember", ofMember(given)).thenAccept(_ -> desk.say(done)));
  }

  private static ObjectNode ofMember(Given given) throws UsageException {
    return Frames.JSON.createObjectNode().put("group", given.group(1)).put("user", given.user(2));
  }

  private static void muted(Given given, Desk desk) throws UsageException {
    String group = given.group(1);
    desk.attempt(
        ask(desk, "members", group, List.of())
            .thenAccept(answer -> {
              List<String> rows = new ArrayList<>();
              for (JsonNode row : answer.path("muted")) {
                String until = Frames.text(row, "until");
                rows.add(
                    Frames.text(row, "user")
                        + (until.isEmpty() ? "  until unmuted" : "  until " + until));
              }
              desk.list("muted in #" + group, rows);
            }));
  }

  private static void groups(Given given, Desk desk) {
    desk.attempt(
        desk.server()
            .ask("groups", Frames.JSON.createObjectNode())
            .thenAccept(answer -> {
              List<String> rows = new ArrayList<>();
              for (JsonNode row : answer.path("groups")) {
                String name = Frames.text(row, "group");
                String sign = name.startsWith("#") ? "" : "#";
                rows.add(sign + name + "  " + row.path("members").asLong() + " members");
              }
              desk.list("groups", rows);
            }));
  }

  private static void openNew(Desk desk, String group) {
    desk.workspace().refresh().thenAccept(_ -> desk.open("#" + group));
  }

  private static CompletableFuture<JsonNode> ask(
      Desk desk, String type, String group, List<String> users) {
    ObjectNode fields = Frames.JSON.createObjectNode().put("group", group);
    if (type.equals("createGroup") || !users.isEmpty()) {
      users.forEach(fields.putArray("users")::add);
    }
    return desk.server().ask(type, fields);
  }
}
