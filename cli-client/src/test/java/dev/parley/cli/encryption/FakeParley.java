package dev.parley.cli.encryption;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.cli.connection.RefusedException;
import dev.parley.cli.conversation.Names;
import dev.parley.cli.conversation.Server;
import dev.parley.cli.frame.Frames;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// As much of a server as two people need who write to each other; answers at once. It may lie.
final class FakeParley {
  final Map<String, List<String>> links = new HashMap<>();
  final Map<String, List<String>> waiting = new HashMap<>();
  final Map<String, Client> clients = new LinkedHashMap<>();

  /// Everything that was stored, as the server sees it.
  final List<ObjectNode> stored = new ArrayList<>();

  @Nullable Boolean encrypted;
  boolean isDown;

  /// Whether what is stored is told to nobody yet.
  boolean isLate;

  /// Requests that get lost on their way there.
  final Set<String> lost = new HashSet<>();

  /// Requests that are done, and whose answers get lost.
  final Set<String> unanswered = new HashSet<>();

  private final List<String> asked = new ArrayList<>();
  private final List<Runnable> later = new ArrayList<>();

  /// Pauses after which something was to be done, in order.
  final List<Duration> pauses = new ArrayList<>();

  Server of(String user) {
    return new View(user);
  }

  /// Delivers an entry to somebody once more, perhaps changed.
  void deliver(String to, ObjectNode entry) {
    Client client = clients.get(to);
    if (client != null) {
      client.traffic.event(entry.deepCopy());
    }
  }

  /// {@return the list of devices of somebody, to be changed}
  List<String> list(String user) {
    return links.computeIfAbsent(user, _ -> new ArrayList<>());
  }

  /// {@return all that the server has stored, as one text}
  String disk() {
    return stored.toString();
  }

  ObjectNode last() {
    return stored.getLast();
  }

  /// Time passes: what was to be done later is done.
  void elapse() {
    List<Runnable> due = List.copyOf(later);
    later.clear();
    due.forEach(Runnable::run);
  }

  /// {@return how often a request was made}
  long asked(String type) {
    return asked.stream().filter(type::equals).count();
  }

  private final class View implements Server {
    private final String me;

    View(String me) {
      this.me = me;
    }

    @Override
    public CompletableFuture<JsonNode> ask(String type, ObjectNode fields) {
      if (isDown || lost.contains(type)) {
        return refused("unavailable");
      }
      asked.add(type);
      CompletableFuture<JsonNode> answer = done(type, fields);
      return unanswered.contains(type) ? refused("unavailable") : answer;
    }

    private CompletableFuture<JsonNode> done(String type, ObjectNode fields) {
      ObjectNode answer = Frames.JSON.createObjectNode();
      return switch (type) {
        case "devices" -> devices(fields, answer);
        case "linkDevice" -> {
          link(fields);
          yield CompletableFuture.completedFuture(answer);
        }
        case "requestDevice" -> {
          List<String> all = waiting.computeIfAbsent(me, _ -> new ArrayList<>());
          all.remove(Frames.text(fields, "statement"));
          all.add(Frames.text(fields, "statement"));
          yield CompletableFuture.completedFuture(answer);
        }
        case "conversations" -> {
          ObjectNode row = answer.putArray("conversations").addObject();
          row.put("id", "@alice+bob").put("head", stored.size());
          if (encrypted != null) {
            row.put("encrypted", encrypted);
          }
          yield CompletableFuture.completedFuture(answer);
        }
        case "search" -> {
          answer.putArray("results");
          yield CompletableFuture.completedFuture(answer);
        }
        case "history" -> {
          ArrayNode rows = answer.putArray("messages");
          rows().forEach(rows::add);
          yield CompletableFuture.completedFuture(answer);
        }
        case "encrypt" -> {
          boolean wanted = fields.path("encrypted").asBoolean();
          if (Objects.equals(encrypted, wanted)) {
            yield CompletableFuture.completedFuture(answer(0, "2026-11-20T15:00:00.000Z"));
          }
          encrypted = wanted;
          yield store("encryption", fields, entry -> entry.put("encrypted", encrypted));
        }
        case "send" -> store("message", fields, entry -> {});
        case "edit" ->
            store("edit", fields, entry -> entry.put("target", fields.path("seq").asLong()));
        default -> refused("bad_command");
      };
    }

    private CompletableFuture<JsonNode> devices(ObjectNode fields, ObjectNode answer) {
      String user = fields.path("user").asText(me);
      ArrayNode array = answer.putArray("links");
      links.getOrDefault(user, List.of()).forEach(array::add);
      ArrayNode more = answer.putArray("waiting");
      if (user.equals(me)) {
        waiting.getOrDefault(me, List.of()).forEach(more::add);
      }
      return CompletableFuture.completedFuture(answer);
    }

    private void link(ObjectNode fields) {
      List<String> list = links.computeIfAbsent(me, _ -> new ArrayList<>());
      String link = Frames.text(fields, "link");
      if (!list.isEmpty() && list.getLast().equals(link)) {
        return;
      }
      if (fields.path("restart").asBoolean()) {
        list.clear();
      }
      list.add(link);
      waiting.remove(me);
    }

    private CompletableFuture<JsonNode> store(
        String type, ObjectNode fields, java.util.function.Consumer<ObjectNode> more) {
      boolean sealed = Frames.text(fields, "text").startsWith("parley-sealed-1:");
      if (!type.equals("encryption") && sealed != Boolean.TRUE.equals(encrypted)) {
        return refused(sealed ? "not_encrypted" : "encrypted");
      }
      ObjectNode entry = fields.deepCopy();
      long seq = stored.size() + 1L;
      entry.remove("to");
      entry
          .put("type", type)
          .put("conversation", "@alice+bob")
          .put("seq", seq)
          .put("at", "2026-11-20T14:%02d:00.000Z".formatted(seq))
          .put("from", me);
      more.accept(entry);
      stored.add(entry);
      if (!isLate) {
        clients.keySet().stream()
            .filter(each -> !each.equals(me))
            .forEach(to -> deliver(to, entry));
      }
      ObjectNode answer = answer(seq, Frames.text(entry, "at"));
      if (fields.has("attachment")) {
        answer
            .putObject("attachment")
            .put("id", Frames.text(fields, "attachment"))
            .put("name", "encrypted")
            .put("size", 28)
            .put("sha256", "00");
      }
      return CompletableFuture.completedFuture(answer);
    }

    private ObjectNode answer(long seq, String at) {
      return Frames.JSON
          .createObjectNode()
          .put("conversation", "@alice+bob")
          .put("seq", seq)
          .put("at", at);
    }

    private List<ObjectNode> rows() {
      Map<Long, ObjectNode> rows = new LinkedHashMap<>();
      for (ObjectNode entry : stored) {
        ObjectNode row = entry.deepCopy();
        if (Frames.text(entry, "type").equals("message")) {
          rows.put(entry.path("seq").asLong(), row);
        } else if (Frames.text(entry, "type").equals("edit")) {
          Objects.requireNonNull(rows.get(entry.path("target").asLong()))
              .put("text", Frames.text(entry, "text"))
              .put("edited", Frames.text(entry, "at"));
        }
      }
      return List.copyOf(rows.values());
    }

    private CompletableFuture<JsonNode> refused(String code) {
      return CompletableFuture.failedFuture(new RefusedException(code, code, 0));
    }

    @Override
    public void tell(ObjectNode frame) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean isLive() {
      return !isDown;
    }

    @Override
    public void later(Duration pause, Runnable action) {
      if (pause.isZero()) {
        action.run();
      } else {
        pauses.add(pause);
        later.add(action);
      }
    }
  }

  static String conversation(String other) {
    return Names.target(other).orElseThrow();
  }
}
