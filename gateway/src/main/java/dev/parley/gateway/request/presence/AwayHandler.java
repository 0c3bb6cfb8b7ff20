package dev.parley.gateway.request.presence;

import dev.parley.gateway.door.Reply;
import dev.parley.gateway.request.Caller;
import dev.parley.gateway.request.Request;
import dev.parley.gateway.request.RequestHandler;
import dev.parley.gateway.session.Sessions;
import java.util.concurrent.CompletableFuture;

/// `away`: tells presence-service whether the person of the session is at its screen.
public final class AwayHandler implements RequestHandler<Request.Away> {
  private final Sessions sessions;

  /// Works through this.
  ///
  /// @param sessions tells presence-service
  public AwayHandler(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public CompletableFuture<Reply> handle(Caller caller, Request.Away request) {
    sessions.setAway(caller.requireSession(), request.away());
    return CompletableFuture.completedFuture(new Reply.Done());
  }
}
