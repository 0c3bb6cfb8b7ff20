package dev.parley.cli.encryption;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.cli.conversation.Names;
import dev.parley.cli.conversation.Server;
import dev.parley.cli.frame.Frames;
import dev.parley.cli.sealed.SealedText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/// Opens what the server answers, and adds what only this client knows. On the loop.
final class Answers {
  private static final int USUAL_LIMIT = 20;
  private static final int MOST_FOUND = 50;

  private final String me;
  private final Server server;
  private final Keyring keyring;
  private final Incoming incoming;
  private final Directory directory;
  private final Switches switches;
  private final Held held;

  Answers(
      String me,
      Server server,
      Keyring keyring,
      Incoming incoming,
      Outgoing.Parts parts,
      Held held) {
    this.me = me;
    this.server = server;
    this.keyring = keyring;
    this.incoming = incoming;
    this.directory = parts.directory();
    this.switches = parts.switches();
    this.held = held;
  }

  /// {@return the answer as its reader gets it}
  ///
  /// @param type of the request
  /// @param asked what was asked, in clear
  /// @param sent what the server got of it
  /// @param answer of the server
  CompletableFuture<JsonNode> opened(
      String type, ObjectNode asked, ObjectNode sent, JsonNode answer) {
    if (!(answer instanceof ObjectNode own)) {
      return CompletableFuture.completedFuture(answer);
    }
    String where = Frames.text(asked, type.equals("send") ? "to" : "conversation");
    return switch (type) {
      case "conversations" -> {
        switches.onList(answer);
        yield CompletableFuture.completedFuture(answer);
      }
      case "search" -> CompletableFuture.completedFuture(searched(asked, own));
      case "send", "edit", "encrypt", "history", "pinned", "edits" ->
          Names.isDirect(where)
              ? direct(type, Names.canonical(where, me), asked, sent, own)
              : CompletableFuture.completedFuture(answer);
      default -> CompletableFuture.completedFuture(answer);
    };
  }

  private CompletableFuture<JsonNode> direct(
      String type, String id, ObjectNode asked, ObjectNode sent, ObjectNode answer) {
    return switch (type) {
      case "history", "pinned" -> {
        look(id);
        yield rows(answer, "messages", message -> incoming.row(id, message));
      }
      case "edits" -> versions(id, asked, answer);
      case "encrypt" -> {
        switches.onSwitched(id, asked.path("encrypted").asBoolean(), answer.path("seq").asLong());
        yield incoming.settled(id).thenApply(_ -> answer);
      }
      default -> incoming.settled(id).thenApply(_ -> written(type, id, asked, sent, answer));
    };
  }

  /// Whoever opens an encrypted conversation hears at once that the keys of the other have changed,
  /// and not only when a message is refused.
  private void look(String id) {
    String user = Names.bare(id);
    if (keyring.isOpen() && !user.equals(me) && switches.of(id).orElse(false)) {
      directory.peer(user);
    }
  }

  private JsonNode written(
      String type, String id, ObjectNode asked, ObjectNode sent, ObjectNode answer) {
    if (!SealedText.isSealed(Frames.text(sent, "text"))) {
      return answer;
    }
    answer.put("sealed", "open");
    String text = Frames.text(asked, "text");
    if (type.equals("edit")) {
      held.edit(id, asked.path("seq").asLong(), text, Frames.text(answer, "at"));
      return answer;
    }
    ObjectNode message = asked.deepCopy().put("sealed", "open").put("from", me);
    message.put("seq", answer.path("seq").asLong()).put("at", Frames.text(answer, "at"));
    if (asked.has("file")) {
      answer.set("file", asked.path("file"));
      message.put("text", text.isEmpty() ? asked.path("file").path("name").asText() : text);
    }
    incoming.hold(id, message);
    return answer;
  }

  private CompletableFuture<JsonNode> versions(String id, ObjectNode asked, ObjectNode answer) {
    long seq = asked.path("seq").asLong();
    return message(id, seq)
        .thenCompose(
            message -> rows(answer, "edits", version -> incoming.version(id, message, version)));
  }

  /// {@return a message as the server has it: an answer to `edits` says neither who wrote it nor
  /// what it answers}
  private CompletableFuture<JsonNode> message(String id, long seq) {
    return held.find(id, seq)
        .<CompletableFuture<JsonNode>>map(CompletableFuture::completedFuture)
        .orElseGet(() ->
            server
                .ask(
                    "history",
                    Frames.JSON
                        .createObjectNode()
                        .put("conversation", id)
                        .put("before", seq + 1)
                        .put("limit", 1))
                .thenApply(page -> page.path("messages").path(0)));
  }

  private static CompletableFuture<JsonNode> rows(
      ObjectNode answer, String field, Function<ObjectNode, CompletableFuture<ObjectNode>> open) {
    List<CompletableFuture<ObjectNode>> rows = new ArrayList<>();
    for (JsonNode row : answer.path(field)) {
      if (row instanceof ObjectNode each) {
        rows.add(open.apply(each));
      }
    }
    return CompletableFuture.allOf(rows.toArray(CompletableFuture[]::new))
        .thenApply(_ -> {
          ArrayNode opened = answer.putArray(field);
          rows.forEach(row -> opened.add(row.join()));
          return answer;
        });
  }

  /// What lies here belongs to the first page: later ones begin where that ended.
  private JsonNode searched(ObjectNode asked, ObjectNode answer) {
    String before = Frames.text(asked, "before");
    int limit = Math.clamp(asked.path("limit").asInt(USUAL_LIMIT), 1, MOST_FOUND);
    String query = Frames.text(asked, "query");
    List<ObjectNode> here =
        before.isEmpty() ? held.find(LocalSearch.of(query, me), limit) : List.of();
    if (here.isEmpty()) {
      return answer;
    }
    List<JsonNode> all = new ArrayList<>(here);
    answer.path("results").forEach(all::add);
    all.sort(Comparator.comparing((JsonNode row) -> Frames.text(row, "at")).reversed());
    ArrayNode results = answer.putArray("results");
    all.forEach(results::add);
    return answer;
  }
}
