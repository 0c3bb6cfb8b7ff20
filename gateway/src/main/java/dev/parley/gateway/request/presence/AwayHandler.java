package dev.parley.gateway.request.presence;

import dev.parley.gateway.door.Reply;
import dev.parley.gateway.request.Caller;
import dev.parley.gateway.request.PresenceRequest;
import dev.parley.gateway.request.RequestHandler;
import dev.parley.gateway.session.Sessions;
import java.util.concurrent.CompletableFuture;

/// `away`: tells presence-service whether the person of the session is at its screen.
public final class AwayHandler implements RequestHandler<PresenceRequest.Away> {
  private final Sessions sessions;

  /// Works through this.
  ///
  /// @param sessions tells presence-service
  public AwayHandler(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public CompletableFuture<Reply> handle(Caller caller, PresenceRequest.Away request) {
    sessions.setAway(caller.requireSession(), request.away());
    return CompletableFuture.completedFuture(new Reply.Done());
  }
}
