package dev.parley.cli.machine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.cli.encryption.Traffic;
import dev.parley.cli.frame.Frames;
import dev.parley.cli.session.Session;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Requests of a program on their way, at most 1,000. They leave in the order in which they came,
/// each when it is sealed; what comes after a login leaves when that was answered, since only then
/// is it known whose keys seal it. On the loop.
final class Requests {
  private static final int MOST = 1_000;
  private static final Set<String> LOGINS = Set.of("login", "register", "resume");

  private final Session session;
  private final Lines lines;
  private final Runnable onDone;
  private final Map<JsonNode, Asked> underWay = new LinkedHashMap<>();
  private CompletableFuture<Void> turn = CompletableFuture.completedFuture(null);
  private CompletableFuture<Void> entering = CompletableFuture.completedFuture(null);
  private CompletableFuture<Void> ready = CompletableFuture.completedFuture(null);
  private @Nullable Traffic traffic;
  private int working;

  /// A request under way: as the program wrote it, and as the server got it.
  private record Asked(ObjectNode request, ObjectNode sent) {}

  /// @param session takes the requests
  /// @param lines gets the answers
  /// @param onDone hears each time that a request may have been the last
  Requests(Session session, Lines lines, Runnable onDone) {
    this.session = session;
    this.lines = lines;
    this.onDone = onDone;
  }

  /// {@return whether none is under way}
  boolean isEmpty() {
    return underWay.isEmpty() && working == 0;
  }

  /// Somebody is logged in: what is asked from now on is sealed and opened.
  ///
  /// @param begun seals and opens
  /// @param unlocked done when the keys are unlocked, or stay locked; never exceptionally
  void onEntered(Traffic begun, CompletableFuture<Void> unlocked) {
    traffic = begun;
    ready = unlocked;
  }

  void pass(ObjectNode request) {
    String type = Frames.text(request, "type");
    if (underWay.size() + working >= MOST) {
      lines.refuse(request.path("id"), "rate_limited", "1,000 requests are under way");
    } else if (traffic == null && LOGINS.contains(type) && request.has("id")) {
      CompletableFuture<Void> answered = new CompletableFuture<>();
      entering = answered;
      send(request, request);
      turn = turn.thenCompose(_ -> answered);
    } else {
      inTurn(request.path("id"), () -> prepared(type, request));
    }
  }

  /// Works on a request when all before have left; those behind wait for it.
  private void inTurn(JsonNode id, Supplier<CompletableFuture<Runnable>> work) {
    working++;
    turn =
        turn.thenCompose(_ -> work.get())
            .handle((done, failure) -> {
              working--;
              if (failure == null) {
                done.run();
              } else {
                lines.refuse(id, Session.refusal(failure));
              }
              onDone.run();
              return null;
            });
  }

  private CompletableFuture<Runnable> prepared(String type, ObjectNode request) {
    Traffic begun = traffic;
    if (begun == null) {
      return CompletableFuture.completedFuture(() -> send(request, request));
    }
    return ready.thenCompose(_ -> prepared(begun, type, request));
  }

  private CompletableFuture<Runnable> prepared(Traffic begun, String type, ObjectNode request) {
    return begun.isOwn(type)
        ? begun
            .answer(type, request)
            .thenApply(answer -> () -> lines.ok(request.path("id"), answer))
        : begun.outgoing(type, request).thenApply(sent -> () -> send(request, sent));
  }

  private void send(ObjectNode request, ObjectNode sent) {
    JsonNode id = request.path("id");
    if (!session.link().tell(sent)) {
      lines.refuse(id, "unavailable", "not connected");
      entering.complete(null);
    } else if (request.has("id")) {
      underWay.put(id, new Asked(request, sent));
    }
  }

  /// Takes an answer of the server.
  void onAnswer(JsonNode frame) {
    Asked asked = underWay.remove(frame.path("id"));
    if (asked == null || Frames.text(frame, "type").equals("error")) {
      lines.print(frame);
    } else {
      onDone(frame, asked);
    }
    if (asked != null && LOGINS.contains(Frames.text(asked.request(), "type"))) {
      entering.complete(null);
    }
  }

  private void onDone(JsonNode frame, Asked asked) {
    ObjectNode request = asked.request();
    String type = Frames.text(request, "type");
    switch (type) {
      case "login", "register" ->
          session.enter(Frames.text(frame, "user"), Frames.text(frame, "token"));
      case "resume" -> session.enter(Frames.text(frame, "user"), Frames.text(request, "token"));
      case "logout" -> session.link().keepOpen(false);
      default -> {
        // The answer is all there is to it.
      }
    }
    Traffic begun = traffic;
    if (begun == null) {
      lines.print(frame);
      return;
    }
    working++;
    begun
        .answered(type, request, asked.sent(), frame)
        .whenComplete((opened, failure) -> {
          working--;
          lines.print(failure == null ? opened : frame);
          onDone.run();
        });
  }

  /// The connection is gone: nothing that is under way will be answered.
  void abandon() {
    for (JsonNode id : underWay.keySet()) {
      lines.refuse(id, "unavailable", "connection lost");
    }
    underWay.clear();
    entering.complete(null);
  }
}
