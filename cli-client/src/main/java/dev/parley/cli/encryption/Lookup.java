package dev.parley.cli.encryption;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.cli.conversation.Server;
import dev.parley.cli.encryption.text.Held;
import dev.parley.cli.frame.Frames;
import java.util.concurrent.CompletableFuture;

/// Finds a message by its number, as it is now: here, or with the server. On the loop.
final class Lookup {
  private final Server server;
  private final Held held;
  private final Incoming incoming;

  Lookup(Server server, Held held, Incoming incoming) {
    this.server = server;
    this.held = held;
    this.incoming = incoming;
  }

  /// {@return the message, opened as far as it can be; a missing node where there is none}
  ///
  /// @param id `@bob`
  /// @param seq its number
  CompletableFuture<JsonNode> message(String id, long seq) {
    return held.find(id, seq)
        .<CompletableFuture<JsonNode>>map(CompletableFuture::completedFuture)
        .orElseGet(() -> ask(id, seq));
  }

  private CompletableFuture<JsonNode> ask(String id, long seq) {
    ObjectNode place =
        Frames.JSON
            .createObjectNode()
            .put("conversation", id)
            .put("before", seq + 1)
            .put("limit", 1);
    return server
        .ask("history", place)
        .thenCompose(page ->
            page.path("messages").path(0) instanceof ObjectNode row
                    && row.path("seq").asLong() == seq
                ? incoming.row(id, row).<JsonNode>thenApply(each -> each)
                : CompletableFuture.<JsonNode>completedFuture(MissingNode.getInstance()));
  }
}
