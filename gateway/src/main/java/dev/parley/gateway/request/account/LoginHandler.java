package dev.parley.gateway.request.account;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.auth.Login;
import dev.parley.contracts.delivery.LoggedIn;
import dev.parley.gateway.credential.PasswordSealer;
import dev.parley.gateway.credential.TokenId;
import dev.parley.gateway.door.Reply;
import dev.parley.gateway.exchange.Exchange;
import dev.parley.gateway.exchange.RequestFailedException;
import dev.parley.gateway.limit.LimitConfig;
import dev.parley.gateway.request.Caller;
import dev.parley.gateway.request.Request;
import dev.parley.gateway.request.RequestHandler;
import dev.parley.gateway.request.Target.Names;
import dev.parley.gateway.session.ConnectionState;
import dev.parley.gateway.session.Sessions;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// `login`: proves who somebody is, opens a session, and has it catch up after the answer.
public final class LoginHandler implements RequestHandler<Request.Login> {
  private final PasswordSealer sealer;
  private final Exchange exchange;
  private final Sessions sessions;
  private final Admittance admittance;

  /// Works through these.
  ///
  /// @param sealer seals the password
  /// @param exchange asks auth-service
  /// @param sessions opens the session
  /// @param limits says how many wrong passwords a connection may try
  public LoginHandler(
      PasswordSealer sealer, Exchange exchange, Sessions sessions, LimitConfig limits) {
    this.sealer = sealer;
    this.exchange = exchange;
    this.sessions = sessions;
    this.admittance = new Admittance(sessions, limits);
  }

  @Override
  public CompletableFuture<Reply> handle(Caller caller, Request.Login request) {
    String account = accountOf(request);
    caller.become(new ConnectionState.LoggingIn());
    return authenticate(caller, request, account)
        .thenCompose(loggedIn -> open(caller, loggedIn, request.takeover()))
        .whenComplete((_, failure) -> onRefused(admittance.refuse(caller, failure)));
  }

  /// A name or password that cannot exist is answered as one that does not.
  private static String accountOf(Request.Login request) {
    try {
      Passwords.checkLength(request.password());
      return Names.handle(request.user());
    } catch (RequestFailedException e) {
      throw new RequestFailedException(ErrorCode.BAD_CREDENTIALS, "wrong user or password");
    }
  }

  private CompletableFuture<LoggedIn> authenticate(
      Caller caller, Request.Login request, String account) {
    String connection = caller.connection().id();
    return caller
        .onLoop(sealer.seal(request.password(), account, connection))
        .thenCompose(sealed ->
            exchange.askAuth(
                caller.loop(),
                LoggedIn.class,
                replyTo ->
                    new Login(account, sealed, connection, caller.connection().origin(), replyTo)));
  }

  private CompletableFuture<Reply> open(Caller caller, LoggedIn loggedIn, boolean takeover) {
    String token = TokenId.of(loggedIn.token());
    return sessions
        .open(caller.connection(), loggedIn.account(), token, takeover)
        .thenApply(session -> {
          admittance.accept(caller, session);
          return new Reply.LoggedIn(session.account(), loggedIn.token(), loggedIn.expiresAt());
        });
  }

  private void onRefused(@Nullable ErrorCode code) {
    if (code == ErrorCode.UNAVAILABLE) {
      // auth-service may have another key than the one that is kept.
      sealer.forgetKey();
    }
  }
}
