package dev.parley.cli.encryption;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.cli.conversation.Server;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/// A server that gets sealed texts and gives opened ones: what chats on it needs to know nothing of
/// encryption.
public final class SealedServer implements Server {
  private final Server server;
  private final Traffic traffic;

  /// Puts the traffic before a server.
  ///
  /// @param server as it is
  /// @param traffic seals and opens
  public SealedServer(Server server, Traffic traffic) {
    this.server = server;
    this.traffic = traffic;
  }

  @Override
  public CompletableFuture<JsonNode> ask(String type, ObjectNode fields) {
    if (traffic.isOwn(type)) {
      return traffic.answer(type, fields);
    }
    return traffic
        .outgoing(type, fields)
        .thenCompose(sent ->
            server
                .ask(type, sent)
                .thenCompose(answer -> traffic.answered(type, fields, sent, answer)));
  }

  @Override
  public void tell(ObjectNode frame) {
    server.tell(frame);
  }

  @Override
  public boolean isLive() {
    return server.isLive();
  }

  @Override
  public void later(Duration pause, Runnable action) {
    server.later(pause, action);
  }
}
