package dev.parley.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.cli.conversation.Message;
import dev.parley.cli.conversation.Names;
import dev.parley.cli.frame.Entry;
import dev.parley.cli.frame.Frames;
import dev.parley.cli.text.Emoji;
import java.util.ArrayList;
import java.util.List;

/// Commands that write, change and find messages.
final class MessageCommands {

  private static final int PAGE = 20;

  private MessageCommands() {}

  static List<Command> all() {
    return List.of(
        Command.of(
            "message msg",
            "USER TEXT | group NAME TEXT",
            "write to somebody",
            (given, desk) -> {
              message(given, desk);
            }),
        Command.of(
            "broadcast",
            "TEXT",
            "write to everyone",
            (given, desk) -> desk.send(Names.LOBBY, given.after(0), 0)),
        Command.of("reply", "[TARGET] N TEXT", "answer message N", MessageCommands::reply),
        Command.of(
            "edit",
            "[TARGET] N TEXT",
            "say something else in message N",
            (given, desk) -> {
              edit(given, desk);
            }),
        Command.of("delete", "[TARGET] N", "withdraw message N", MessageCommands::delete),
        Command.of(
            "react",
            "[TARGET] N REACTION",
            "react to message N",
            (given, desk) -> react(given, desk, false)),
        Command.of(
            "unreact",
            "[TARGET] N REACTION",
            "take a reaction back",
            (given, desk) -> react(given, desk, true)),
        Command.of("pin", "[TARGET] N", "pin message N", (given, desk) -> pin(given, desk, false)),
        Command.of(
            "unpin", "[TARGET] N", "unpin message N", (given, desk) -> pin(given, desk, true)),
        Command.of("trace", "[TARGET] N", "when message N came by where", MessageCommands::trace),
        Command.of("pinned", "[TARGET]", "show what is pinned", MessageCommands::pinned),
        Command.of(
            "search",
            "WORDS",
            "find messages; from: in: before: after: has: mentions:me -word",
            MessageCommands::search),
        Command.of(
            "retry",
            "",
            "send again what was refused",
            (_, desk) -> desk.say(desk.workspace().outbox().retry() + " messages are tried again")),
        Command.of(
            "discard",
            "",
            "throw away what was refused",
            (_, desk) ->
                desk.say(desk.workspace().outbox().discard() + " messages were thrown away")));
  }

  private static void message(Given given, Desk desk) throws UsageException {
    if (given.lower(0).equals("group")) {
      desk.send("#" + given.group(1), given.after(2), 0);
    } else {
      desk.send(given.target(0), given.after(1), 0);
    }
  }

  private static void reply(Given given, Desk desk) throws UsageException {
    Given.Place place = given.place();
    desk.send(place.conversation(), text(place), place.seq());
  }

  private static void edit(Given given, Desk desk) throws UsageException {
    Given.Place place = given.place();
    String text = text(place);
    ObjectNode fields = Frames.JSON.createObjectNode().put("seq", place.seq()).put("text", text);
    change(
        desk,
        "edit",
        place,
        fields,
        (answer, me) ->
            new Entry.Edit(
                place.conversation(),
                seq(answer),
                at(answer),
                me,
                place.seq(),
                text,
                Frames.sealed(answer)));
  }

  private static void delete(Given given, Desk desk) throws UsageException {
    Given.Place place = given.place();
    ObjectNode fields = Frames.JSON.createObjectNode().put("seq", place.seq());
    change(
        desk,
        "delete",
        place,
        fields,
        (answer, me) ->
            new Entry.Delete(place.conversation(), seq(answer), at(answer), me, place.seq()));
  }

  private static void react(Given given, Desk desk, boolean remove) throws UsageException {
    Given.Place place = given.place();
    String reaction = Emoji.signOf(text(place));
    ObjectNode fields =
        Frames.JSON.createObjectNode().put("seq", place.seq()).put("reaction", reaction);
    if (remove) {
      fields.put("remove", true);
    }
    change(
        desk,
        "react",
        place,
        fields,
        (answer, me) ->
            new Entry.React(
                place.conversation(), seq(answer), at(answer), me, place.seq(), reaction, remove));
  }

  private static void pin(Given given, Desk desk, boolean remove) throws UsageException {
    Given.Place place = given.place();
    ObjectNode fields = Frames.JSON.createObjectNode().put("seq", place.seq());
    if (remove) {
      fields.put("remove", true);
    }
    change(
        desk,
        "pin",
        place,
        fields,
        (answer, me) ->
            new Entry.Pin(place.conversation(), seq(answer), at(answer), me, place.seq(), remove));
  }

  private static void trace(Given given, Desk desk) throws UsageException {
    Given.Place place = given.place();
    ObjectNode fields =
        Frames.JSON
            .createObjectNode()
            .put("conversation", place.conversation())
            .put("seq", place.seq());
    desk.attempt(
        desk.server()
            .ask("trace", fields)
            .thenAccept(answer ->
                desk.list(
                    "the way of message " + place.seq() + " of " + place.conversation(),
                    Way.rows(answer.path("hops")))));
  }

  private static void pinned(Given given, Desk desk) throws UsageException {
    String target = given.targetOrHere();
    desk.attempt(
        desk.server()
            .ask("pinned", Frames.JSON.createObjectNode().put("conversation", target))
            .thenAccept(answer -> {
              List<Desk.Found> rows = new ArrayList<>();
              answer
                  .path("messages")
                  .forEach(row -> rows.add(new Desk.Found(target, Message.of(row))));
              desk.show("pinned in " + target, rows);
            }));
  }

  private static void search(Given given, Desk desk) throws UsageException {
    String query = given.after(0);
    desk.attempt(
        desk.server()
            .ask("search", Frames.JSON.createObjectNode().put("query", query).put("limit", PAGE))
            .thenAccept(answer -> desk.show("found for " + query, found(answer, desk))));
  }

  private static List<Desk.Found> found(JsonNode answer, Desk desk) {
    List<Desk.Found> rows = new ArrayList<>();
    for (JsonNode row : answer.path("results")) {
      String where = Names.canonical(Frames.text(row, "conversation"), desk.workspace().me());
      rows.addFirst(new Desk.Found(where, Message.of(row)));
    }
    return rows;
  }

  @FunctionalInterface
  private interface Made {
    Entry from(JsonNode answer, String me);
  }

  private static void change(
      Desk desk, String type, Given.Place place, ObjectNode fields, Made made) {
    desk.attempt(
        desk.workspace()
            .change(
                type,
                place.conversation(),
                fields,
                answer -> made.from(answer, desk.workspace().me())));
  }

  private static String text(Given.Place place) throws UsageException {
    if (place.rest().isEmpty()) {
      throw new UsageException();
    }
    return place.rest();
  }

  private static long seq(JsonNode answer) {
    return answer.path("seq").asLong();
  }

  private static String at(JsonNode answer) {
    return Frames.text(answer, "at");
  }
}
