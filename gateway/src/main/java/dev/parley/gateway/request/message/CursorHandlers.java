package dev.parley.gateway.request.message;

import dev.parley.gateway.door.Reply;
import dev.parley.gateway.request.Caller;
import dev.parley.gateway.request.MessageRequest;
import dev.parley.gateway.request.RequestHandler;
import dev.parley.gateway.session.Session;
import dev.parley.gateway.session.Sessions;
import java.util.concurrent.CompletableFuture;

/// The verbs that move cursors: `received` and `read`.
public final class CursorHandlers {
  private CursorHandlers() {}

  /// {@return does `received`: notes what has arrived; it is stored now and then}
  public static RequestHandler<MessageRequest.Received> received() {
    return (caller, request) -> {
      caller.requireSession().received(request.cursors());
      return CompletableFuture.completedFuture(new Reply.Done());
    };
  }

  /// {@return does `read`: answered when it is stored}
  ///
  /// @param sessions stores cursors
  public static RequestHandler<MessageRequest.Read> read(Sessions sessions) {
    return (caller, request) -> read(sessions, caller, request);
  }

  private static CompletableFuture<Reply> read(
      Sessions sessions, Caller caller, MessageRequest.Read request) {
    Session session = caller.requireSession();
    String conversation = request.target().conversation(session.account());
    return sessions.markRead(session, conversation, request.seq()).thenApply(_ -> new Reply.Done());
  }
}
