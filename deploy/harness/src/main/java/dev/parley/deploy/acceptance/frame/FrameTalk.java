package dev.parley.deploy.acceptance.frame;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Requests and what comes back, whatever carries the frames. What comes may be taken by any
/// thread; one thread asks and waits.
public final class FrameTalk {
  static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final Consumer<String> out;
  private final BlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();
  private final Deque<JsonNode> passedOver = new ArrayDeque<>();
  private int requests;

  /// @param out carries a frame away
  FrameTalk(Consumer<String> out) {
    this.out = out;
  }

  /// Sends a request and waits for its answer; events before it can be awaited later.
  ///
  /// @param type what is asked
  /// @param fields the fields beside `type` and `id`
  /// @return the answer
  public JsonNode ask(String type, Map<String, ?> fields) {
    int id = send(type, fields);
    return await("the answer to " + type, frame -> frame.path("id").asInt() == id);
  }

  /// Sends a request.
  ///
  /// @param type what is asked
  /// @param fields the fields beside `type` and `id`
  /// @return its id
  public int send(String type, Map<String, ?> fields) {
    requests++;
    ObjectNode frame = JSON.valueToTree(fields);
    frame.put("type", type).put("id", requests);
    out.accept(frame.toString());
    return requests;
  }

  /// Waits for an event.
  ///
  /// @param type its type
  /// @return the earliest that was not waited for yet
  public JsonNode awaitEvent(String type) {
    return await("the event " + type, frame -> frame.path("type").asText().equals(type));
  }

  /// Takes a frame, or several in an array; what is no JSON is kept as `unreadable`.
  void take(String text) {
    try {
      JsonNode frame = JSON.readTree(text);
      if (frame.isArray()) {
        frame.forEach(received::add);
      } else {
        received.add(frame);
      }
    } catch (JsonProcessingException e) {
      received.add(JSON.createObjectNode().put("type", "unreadable").put("text", text));
    }
  }

  private JsonNode await(String what, Predicate<JsonNode> wanted) {
    for (var frames = passedOver.iterator(); frames.hasNext(); ) {
      JsonNode frame = frames.next();
      if (wanted.test(frame)) {
        frames.remove();
        return frame;
      }
    }
    while (true) {
      JsonNode frame = next(what);
      if (wanted.test(frame)) {
        return frame;
      }
      passedOver.add(frame);
    }
  }

  private JsonNode next(String what) {
    try {
      JsonNode frame = received.poll(LIMIT.toSeconds(), TimeUnit.SECONDS);
      if (frame == null) {
        throw new AssertionError("waited in vain for " + what + "; came: " + passedOver);
      }
      return frame;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
