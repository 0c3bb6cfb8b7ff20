package dev.parley.cli.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.cli.connection.Loop;
import dev.parley.cli.connection.RefusedException;
import dev.parley.cli.session.Session;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// The server over the link of a session. On the loop.
public final class LinkServer implements Server {
  private final Session session;
  private final Loop loop;

  /// Asks over a link.
  ///
  /// @param session has the link
  /// @param loop runs what is done later
  public LinkServer(Session session, Loop loop) {
    this.session = session;
    this.loop = loop;
  }

  @Override
  public CompletableFuture<JsonNode> ask(String type, ObjectNode fields) {
    return session.isLive()
        ? session.link().ask(type, fields)
        : CompletableFuture.failedFuture(RefusedException.unavailable("not connected"));
  }

  @Override
  public void tell(ObjectNode frame) {
    if (session.isLive()) {
      session.link().tell(frame);
    }
  }

  @Override
  public boolean isLive() {
    return session.isLive();
  }

  @Override
  public void later(Duration pause, Runnable action) {
    loop.schedule(action, pause.toMillis(), TimeUnit.MILLISECONDS);
  }
}
