package dev.parley.gateway.admin;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.Handles;
import dev.parley.contracts.ReplyTo;
import dev.parley.contracts.auth.AdminProof;
import dev.parley.contracts.auth.AdminRequest;
import dev.parley.contracts.auth.AuthorizeAudit;
import dev.parley.contracts.auth.Login;
import dev.parley.contracts.auth.Origin;
import dev.parley.contracts.delivery.AuditPage;
import dev.parley.contracts.delivery.Done;
import dev.parley.contracts.delivery.LoggedIn;
import dev.parley.contracts.presence.FetchAudit;
import dev.parley.gateway.credential.PasswordSealer;
import dev.parley.gateway.credential.TokenVerifier;
import dev.parley.gateway.exchange.Exchange;
import dev.parley.gateway.exchange.RequestFailedException;
import dev.parley.gateway.limit.Attempts;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Leads the calls of administrators to the services. Futures complete on the caller's loop, and
/// fail with a [RequestFailedException]. Safe for use by many threads.
public final class AdminApi {
  /// Hashing a huge one would cost (CVE-2026-24458).
  private static final int MAX_PASSWORD_LENGTH = 128;

  private final Exchange exchange;
  private final PasswordSealer sealer;
  private final TokenVerifier verifier;
  private final Attempts attempts;

  /// Works through these.
  ///
  /// @param exchange asks the services
  /// @param sealer seals passwords
  /// @param verifier knows whose token it is
  /// @param attempts counts the passwords that an address tries
  public AdminApi(
      Exchange exchange, PasswordSealer sealer, TokenVerifier verifier, Attempts attempts) {
    this.exchange = exchange;
    this.sealer = sealer;
    this.verifier = verifier;
    this.attempts = attempts;
  }

  /// Logs an administrator in, without a session: for a token to call with.
  ///
  /// @param user name of the account
  /// @param password its password
  /// @param connection id of the connection that asks
  /// @param origin where the call came from
  /// @param loop where the answer is wanted
  /// @return the login
  public CompletableFuture<LoggedIn> logIn(
      String user, String password, String connection, Origin origin, Executor loop) {
    long millis = attempts.login(origin.address());
    if (millis > 0) {
      throw new RequestFailedException(
          ErrorCode.RATE_LIMITED, "too many attempts from your address", millis);
    }
    String account = Handles.canonical(user);
    if (!Handles.isHandle(account) || password.length() > MAX_PASSWORD_LENGTH) {
      throw new RequestFailedException(ErrorCode.BAD_CREDENTIALS, "wrong user name or password");
    }
    return sealer
        .seal(password, account, connection)
        .whenCompleteAsync((_, _) -> {}, loop)
        .thenCompose(sealed ->
            exchange.askAuth(
                loop,
                LoggedIn.class,
                replyTo -> new Login(account, sealed, connection, origin, replyTo)))
        .whenComplete((_, failure) -> forgetKeyIfRefused(failure));
  }

  /// auth-service may have another key than the one that is kept.
  private void forgetKeyIfRefused(@Nullable Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof RequestFailedException refused
        && refused.code() == ErrorCode.UNAVAILABLE) {
      sealer.forgetKey();
    }
  }

  /// Verifies a token.
  ///
  /// @param token of a login, or of the server's console
  /// @param origin where the call came from
  /// @param loop where answers are wanted
  /// @return whose it is
  public CompletableFuture<Administrator> recognise(String token, Origin origin, Executor loop) {
    return verifier
        .verifyAdmin(token)
        .whenCompleteAsync((_, _) -> {}, loop)
        .thenApply(verified ->
            new Administrator(
                verified.account(),
                new AdminProof(verified.issuedAt(), verified.console() ? token : null),
                origin,
                loop));
  }

  /// Asks auth-service.
  ///
  /// @param <R> kind of the answer
  /// @param by who asks
  /// @param expected kind of the answer
  /// @param request makes the record
  /// @return the answer
  public <R> CompletableFuture<R> ask(
      Administrator by, Class<R> expected, Function<ReplyTo, AdminRequest> request) {
    return exchange.askAuth(by.loop(), expected, request::apply);
  }

  /// Asks for a page of the audit trail, after asking whether it may be read.
  ///
  /// @param by who asks
  /// @param request makes the record
  /// @return the page
  public CompletableFuture<AuditPage> readAudit(
      Administrator by, Function<ReplyTo, FetchAudit> request) {
    return ask(
            by,
            Done.class,
            replyTo -> new AuthorizeAudit(by.account(), by.proof(), by.origin(), replyTo))
        .thenCompose(
            _ -> exchange.askPresence(by.loop(), by.account(), AuditPage.class, request::apply));
  }
}
