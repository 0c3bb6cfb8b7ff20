package dev.parley.gateway.request.account;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.auth.Login;
import dev.parley.contracts.delivery.LoggedIn;
import dev.parley.gateway.credential.PasswordSealer;
import dev.parley.gateway.exchange.Exchange;
import dev.parley.gateway.exchange.RequestFailedException;
import dev.parley.gateway.limit.Attempts;
import dev.parley.gateway.request.Caller;
import dev.parley.gateway.request.Target.Names;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Asks auth-service whether a password is right; the password leaves the gateway sealed.
public final class PasswordProof {
  private final PasswordSealer sealer;
  private final Exchange exchange;
  private final Attempts attempts;

  /// Works through these.
  ///
  /// @param sealer seals the password
  /// @param exchange asks auth-service
  /// @param attempts counts what an address tries
  public PasswordProof(PasswordSealer sealer, Exchange exchange, Attempts attempts) {
    this.sealer = sealer;
    this.exchange = exchange;
    this.attempts = attempts;
  }

  /// {@return the login, on the caller's loop; fails with `bad_credentials` or `locked`}
  ///
  /// @throws RequestFailedException with `rate_limited` if the address has tried too many
  /// @throws RequestFailedException with `bad_credentials` for a name or password that cannot exist
  CompletableFuture<LoggedIn> of(Caller caller, String user, String password) {
    if (password.length() > Passwords.MAX_LENGTH) {
      throw wrong();
    }
    TooMany.refuse(attempts.login(caller.connection().origin().address()));
    String account = accountOf(user);
    String connection = caller.connection().id();
    return caller
        .onLoop(sealer.seal(password, account, connection))
        .thenCompose(sealed ->
            exchange.askAuth(
                caller.loop(),
                LoggedIn.class,
                replyTo ->
                    new Login(account, sealed, connection, caller.connection().origin(), replyTo)));
  }

  /// Notes why a login was refused: auth-service may have another key than the one that is kept.
  void onRefused(@Nullable ErrorCode code) {
    if (code == ErrorCode.UNAVAILABLE) {
      sealer.forgetKey();
    }
  }

  /// {@return the handle of an account; a name that cannot exist is answered as one that does not}
  static String accountOf(String user) {
    try {
      return Names.handle(user);
    } catch (RequestFailedException e) {
      throw wrong();
    }
  }

  private static RequestFailedException wrong() {
    return new RequestFailedException(ErrorCode.BAD_CREDENTIALS, "wrong user or password");
  }
}
