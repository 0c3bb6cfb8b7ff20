package dev.parley.cli.conversation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.cli.connection.RefusedException;
import dev.parley.cli.frame.Frames;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// A server that answers when the test says so.
public final class FakeServer implements Server {

  /// A question that waits for its answer.
  ///
  /// @param type what was asked
  /// @param fields with what
  /// @param answer completed by the test
  public record Asked(String type, ObjectNode fields, CompletableFuture<JsonNode> answer) {
    /// Answers.
    public void answer(String json) {
      try {
        answer.complete(Frames.JSON.readTree(json));
      } catch (JsonProcessingException e) {
        throw new AssertionError(e);
      }
    }

    /// Says no.
    public void refuse(String code) {
      answer.completeExceptionally(new RefusedException(code, code, 0));
    }
  }

  final Deque<Asked> asked = new ArrayDeque<>();
  final List<ObjectNode> told = new ArrayList<>();
  final List<Runnable> later = new ArrayList<>();
  boolean live = true;

  /// Nothing was asked yet.
  public FakeServer() {}

  @Override
  public CompletableFuture<JsonNode> ask(String type, ObjectNode fields) {
    var question = new Asked(type, fields, new CompletableFuture<>());
    asked.add(question);
    return question.answer();
  }

  @Override
  public void tell(ObjectNode frame) {
    told.add(frame);
  }

  @Override
  public boolean isLive() {
    return live;
  }

  @Override
  public void later(Duration pause, Runnable action) {
    later.add(action);
  }

  /// {@return the oldest question of that kind, which waits no longer}
  public Asked take(String type) {
    Asked first =
        asked.stream()
            .filter(each -> each.type().equals(type))
            .findFirst()
            .orElseThrow(() -> new AssertionError("nobody asked for " + type + ": " + asked));
    asked.remove(first);
    return first;
  }

  void runLater() {
    List<Runnable> due = List.copyOf(later);
    later.clear();
    due.forEach(Runnable::run);
  }
}
