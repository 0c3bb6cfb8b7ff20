package dev.parley.gateway.request.account;

import dev.parley.gateway.door.Reply;
import dev.parley.gateway.request.AccountRequest;
import dev.parley.gateway.request.Caller;
import dev.parley.gateway.request.RequestHandler;
import dev.parley.gateway.session.ConnectionState;
import dev.parley.gateway.session.Sessions;
import java.util.concurrent.CompletableFuture;

/// `logout`: ends the session, says so once its end is stored, and closes the connection.
public final class LogoutHandler implements RequestHandler<AccountRequest.Logout> {
  private final Sessions sessions;

  /// Works through this.
  ///
  /// @param sessions ends the session
  public LogoutHandler(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public CompletableFuture<Reply> handle(Caller caller, AccountRequest.Logout request) {
    CompletableFuture<Void> ended =
        caller
            .session()
            .map(session -> sessions.end(session, request.reason()))
            .orElseGet(() -> CompletableFuture.completedFuture(null));
    caller.become(new ConnectionState.Closing());
    caller.afterReply(() -> caller.connection().close(request.reason()));
    return ended.thenApply(_ -> new Reply.LoggedOut());
  }
}
