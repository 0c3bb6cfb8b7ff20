package dev.parley.gateway.request.presence;

import dev.parley.gateway.door.Reply;
import dev.parley.gateway.request.Caller;
import dev.parley.gateway.request.PresenceRequest;
import dev.parley.gateway.request.RequestHandler;
import dev.parley.gateway.session.Session;
import dev.parley.gateway.session.Sessions;
import java.util.concurrent.CompletableFuture;

/// `typing`: tells every gateway that somebody is writing; who may hear of it is decided there.
public final class TypingHandler implements RequestHandler<PresenceRequest.Typing> {
  private final Sessions sessions;

  /// Works through this.
  ///
  /// @param sessions tells the gateways
  public TypingHandler(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public CompletableFuture<Reply> handle(Caller caller, PresenceRequest.Typing request) {
    Session session = caller.requireSession();
    sessions.tellTyping(session, request.target().conversation(session.account()));
    return CompletableFuture.completedFuture(new Reply.Done());
  }
}
