package dev.parley.gateway.request.account;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.auth.Role;
import dev.parley.contracts.delivery.LoggedIn;
import dev.parley.gateway.credential.TokenId;
import dev.parley.gateway.door.CloseReason;
import dev.parley.gateway.door.Reply;
import dev.parley.gateway.exchange.RequestFailedException;
import dev.parley.gateway.limit.LimitConfig;
import dev.parley.gateway.request.Caller;
import dev.parley.gateway.session.ConnectionState;
import dev.parley.gateway.session.Identity;
import dev.parley.gateway.session.Session;
import dev.parley.gateway.session.Sessions;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/// What follows when a session was opened or was not, however it was asked for.
final class Admittance {
  private final Sessions sessions;
  private final LimitConfig limits;

  Admittance(Sessions sessions, LimitConfig limits) {
    this.sessions = sessions;
    this.limits = limits;
  }

  /// Notes that it is known who is there, who may ask for a session now.
  Reply.Proven prove(Caller caller, LoggedIn loggedIn) {
    caller.become(new ConnectionState.Proven(identity(loggedIn)));
    return new Reply.Proven(loggedIn.account());
  }

  static Identity identity(LoggedIn loggedIn) {
    Role role = loggedIn.role();
    return new Identity(
        loggedIn.account(),
        TokenId.of(loggedIn.token()),
        loggedIn.at(),
        role == null ? Role.MEMBER : role);
  }

  /// Has the connection carry the session, which catches up after the answer.
  ///
  /// @throws RequestFailedException with `unavailable` if the connection was closed meanwhile
  void accept(Caller caller, Session session) {
    acceptBrief(caller, session);
    caller.afterReply(() -> sessions.start(session));
  }

  /// Has the connection carry a session that gets no mail.
  ///
  /// @throws RequestFailedException with `unavailable` if the connection was closed meanwhile
  void acceptBrief(Caller caller, Session session) {
    if (caller.connection().isClosed()) {
      sessions.end(session, CloseReason.LOST);
      throw new RequestFailedException(ErrorCode.UNAVAILABLE, "the connection is closing");
    }
    caller.become(new ConnectionState.LoggedIn(session));
    caller.connection().authenticated();
  }

  /// {@return the code with which it was refused, or `null` if it was not, or for no reason that
  /// has a code}
  @Nullable ErrorCode refuse(Caller caller, @Nullable Throwable failure) {
    if (failure == null) {
      return null;
    }
    caller.become(
        caller.connection().isClosed()
            ? new ConnectionState.Closing()
            : new ConnectionState.Greeting());
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (!(cause instanceof RequestFailedException refused)) {
      return null;
    }
    if (refused.code() == ErrorCode.BAD_CREDENTIALS
        && caller.countWrongPassword() >= limits.wrongPasswords()) {
      caller.afterReply(() -> caller.connection().close(CloseReason.REFUSED));
    }
    return refused.code();
  }
}
