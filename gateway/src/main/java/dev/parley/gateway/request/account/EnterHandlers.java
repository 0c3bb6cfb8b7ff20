package dev.parley.gateway.request.account;

import dev.parley.gateway.door.Reply;
import dev.parley.gateway.limit.LimitConfig;
import dev.parley.gateway.request.AccountRequest;
import dev.parley.gateway.request.Caller;
import dev.parley.gateway.request.RequestHandler;
import dev.parley.gateway.session.ConnectionState;
import dev.parley.gateway.session.ConnectionState.Proven;
import dev.parley.gateway.session.Session;
import dev.parley.gateway.session.Sessions;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// The second half of a login, at a door where a session is asked for after it is known who is
/// there. Who is refused may ask again.
public final class EnterHandlers {
  private final Sessions sessions;
  private final Admittance admittance;

  /// Works through these.
  ///
  /// @param sessions opens sessions
  /// @param limits what a connection may try
  public EnterHandlers(Sessions sessions, LimitConfig limits) {
    this.sessions = sessions;
    this.admittance = new Admittance(sessions, limits);
  }

  /// {@return opens a session, and has it catch up after the answer}
  public RequestHandler<AccountRequest.Enter> full() {
    return (caller, request) -> {
      Proven who = caller.requireProven();
      return enter(
          caller,
          who,
          sessions.open(caller.connection(), who.who(), request.takeover()),
          session -> admittance.accept(caller, session));
    };
  }

  /// {@return opens a session that nobody sees, and that gets no mail}
  public RequestHandler<AccountRequest.EnterBriefly> brief() {
    return (caller, _) -> {
      Proven who = caller.requireProven();
      return enter(
          caller,
          who,
          sessions.openBriefly(caller.connection(), who.who()),
          session -> admittance.acceptBrief(caller, session));
    };
  }

  private static CompletableFuture<Reply> enter(
      Caller caller, Proven who, CompletableFuture<Session> opened, Consumer<Session> accept) {
    caller.become(new ConnectionState.LoggingIn());
    return opened
        .<Reply>thenApply(session -> {
          accept.accept(session);
          return new Reply.LoggedIn(session.account(), session.role(), null, 0);
        })
        .whenComplete((_, failure) -> {
          if (failure != null) {
            caller.become(caller.connection().isClosed() ? new ConnectionState.Closing() : who);
          }
        });
  }
}
