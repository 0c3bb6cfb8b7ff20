package dev.parley.cli.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/// The server, as a workspace needs it; a session in truth, a fake in tests.
public interface Server {

  /// Asks; completes on the loop, exceptionally with [dev.parley.cli.connection.RefusedException].
  ///
  /// @param type what is asked
  /// @param fields the fields beside `type` and `id`
  /// @return the answer
  CompletableFuture<JsonNode> ask(String type, ObjectNode fields);

  /// Says something that gets no answer.
  ///
  /// @param frame an object with its `type`
  void tell(ObjectNode frame);

  /// {@return whether requests are served now}
  boolean isLive();

  /// Runs something on the loop, later.
  ///
  /// @param pause how much later
  /// @param action what to run
  void later(Duration pause, Runnable action);
}
