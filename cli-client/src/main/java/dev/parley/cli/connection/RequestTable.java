package dev.parley.cli.connection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.cli.frame.Frames;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// Requests under way: gives each an id, and each answer to whom it belongs. On the loop only.
///
/// At most 1,000 wait at a time; one more is refused as `unavailable`, as is one whose answer does
/// not come in time or whose connection is lost.
final class RequestTable {

  private static final int MOST = 1_000;
  private static final String OWN = "parley-";

  private record Waiting(CompletableFuture<JsonNode> answer, Future<?> timer) {}

  private final Map<String, Waiting> waiting = new HashMap<>();
  private final ScheduledExecutorService loop;
  private final Duration limit;
  private long next = 1;

  RequestTable(ScheduledExecutorService loop, Duration limit) {
    this.loop = loop;
    this.limit = limit;
  }

  /// Asks. What is returned completes on the loop, exceptionally with [RefusedException].
  ///
  /// @param request gets an `id`
  /// @param write sends it, and says whether there is a connection
  CompletableFuture<JsonNode> ask(ObjectNode request, Predicate<ObjectNode> write) {
    var answer = new CompletableFuture<JsonNode>();
    // Beside these there are ids of programs (`--json`): none of theirs begins so.
    String id = OWN + next++;
    request.put("id", id);
    if (waiting.size() >= MOST) {
      answer.completeExceptionally(RefusedException.unavailable("too many requests wait"));
    } else {
      Future<?> timer =
          loop.schedule(
              () -> fail(id, "no answer in time"), limit.toMillis(), TimeUnit.MILLISECONDS);
      waiting.put(id, new Waiting(answer, timer));
      if (!write.test(request)) {
        fail(id, "not connected");
      }
    }
    return answer;
  }

  /// Gives an answer to whom it belongs.
  ///
  /// @return whether it was an answer to one of these requests
  boolean settle(JsonNode frame) {
    String type = Frames.text(frame, "type");
    if (!type.equals("ok") && !type.equals("error")) {
      return false;
    }
    Waiting asked = waiting.remove(Frames.text(frame, "id"));
    if (asked == null) {
      return false;
    }
    asked.timer().cancel(false);
    if (type.equals("ok")) {
      asked.answer().complete(frame);
    } else {
      asked.answer().completeExceptionally(refusal(frame));
    }
    return true;
  }

  /// The connection is gone: nothing that is under way will be answered.
  void abandon() {
    List.copyOf(waiting.keySet()).forEach(id -> fail(id, "connection lost"));
  }

  private void fail(String id, String why) {
    Waiting asked = waiting.remove(id);
    if (asked != null) {
      asked.timer().cancel(false);
      asked.answer().completeExceptionally(RefusedException.unavailable(why));
    }
  }

  private static RefusedException refusal(JsonNode frame) {
    return new RefusedException(
        Frames.text(frame, "code"), Frames.text(frame, "message"), frame.path("detail").asLong());
  }
}
