package dev.parley.cli.encryption;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.cli.conversation.Names;
import dev.parley.cli.encryption.device.Directory;
import dev.parley.cli.encryption.device.TrustedLists;
import dev.parley.cli.encryption.key.Keyring;
import dev.parley.cli.encryption.text.Held;
import dev.parley.cli.encryption.text.LocalSearch;
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
  private final Keyring keyring;
  private final Incoming incoming;
  private final Directory directory;
  private final Switches switches;
  private final TrustedLists lists;
  private final Held held;
  private final Lookup lookup;

  Answers(
      String me,
      Keyring keyring,
      Incoming incoming,
      Outgoing.Parts parts,
      Held held,
      Lookup lookup) {
    this.me = me;
    this.keyring = keyring;
    this.incoming = incoming;
    this.directory = parts.directory();
    this.switches = parts.switches();
    this.lists = parts.lists();
    this.held = held;
    this.lookup = lookup;
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
      case "search" -> CompletableFuture.completedFuture(searched(asked, clear(own)));
      case "send", "edit", "encrypt", "history", "pinned", "edits" ->
          Addresses.direct(where, me)
              .map(id -> direct(type, id, asked, sent, own))
              .orElseGet(() -> CompletableFuture.completedFuture(clear(own)));
      default -> CompletableFuture.completedFuture(answer);
    };
  }

  /// What a server says of sealing is its own invention, in a page of a group too.
  private static ObjectNode clear(ObjectNode answer) {
    for (String field : List.of("messages", "results", "edits")) {
      for (JsonNode row : answer.path(field)) {
        if (row instanceof ObjectNode each) {
          Rows.strip(each);
        }
      }
    }
    return answer;
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
        boolean encrypted = asked.path("encrypted").asBoolean();
        switches.onSwitched(id, encrypted, answer.path("seq").asLong());
        if (!encrypted && keyring.isOpen()) {
          lists.encrypted(Names.bare(id), false);
        }
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

  /// An answer to `edits` says neither who wrote the message nor what it answers.
  private CompletableFuture<JsonNode> versions(String id, ObjectNode asked, ObjectNode answer) {
    long seq = asked.path("seq").asLong();
    return lookup
        .message(id, seq)
        .thenCompose(
            message -> rows(answer, "edits", version -> incoming.version(id, message, version)));
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
