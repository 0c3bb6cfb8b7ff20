package dev.parley.auth.account;

import dev.parley.auth.password.Sealer;
import dev.parley.contracts.ReplyTo;
import dev.parley.contracts.auth.AddKey;
import dev.parley.contracts.auth.ChangePassword;
import dev.parley.contracts.auth.CheckKey;
import dev.parley.contracts.auth.CheckToken;
import dev.parley.contracts.auth.ListKeys;
import dev.parley.contracts.auth.Login;
import dev.parley.contracts.auth.LoginWithKey;
import dev.parley.contracts.auth.Origin;
import dev.parley.contracts.auth.Register;
import dev.parley.contracts.auth.RemoveKey;
import java.util.concurrent.atomic.AtomicLong;

/// Makes the requests of one gateway, sealed as gateways do.
public final class Requests {
  private static final String SESSION = "session-1";

  /// Where they come from.
  public static final Origin ORIGIN = new Origin("tcp", "192.0.2.7");

  private final Sealer sealer;
  private final String gateway;
  private final AtomicLong last = new AtomicLong();

  /// Numbers its requests from 1.
  ///
  /// @param sealer seals to the service's key
  /// @param gateway id of the gateway
  public Requests(Sealer sealer, String gateway) {
    this.sealer = sealer;
    this.gateway = gateway;
  }

  /// {@return a registration}
  ///
  /// @param account wanted handle
  /// @param password in clear
  public Register register(String account, String password) {
    return new Register(
        account, sealer.seal(account, SESSION, password), SESSION, ORIGIN, replyTo());
  }

  /// {@return a login}
  ///
  /// @param account handle
  /// @param password in clear
  public Login login(String account, String password) {
    return new Login(account, sealer.seal(account, SESSION, password), SESSION, ORIGIN, replyTo());
  }

  /// {@return a change of password}
  ///
  /// @param account handle
  /// @param from old password in clear
  /// @param to new password in clear
  public ChangePassword changePassword(String account, String from, String to) {
    return new ChangePassword(
        account,
        sealer.seal(account, SESSION, from),
        sealer.seal(account, SESSION, to),
        SESSION,
        ORIGIN,
        replyTo());
  }

  /// {@return a check of a token}
  ///
  /// @param account its subject
  /// @param issuedAt its `iat`
  public CheckToken checkToken(String account, long issuedAt) {
    return new CheckToken(account, "token-id", issuedAt, replyTo());
  }

  /// {@return an addition of an ssh key}
  ///
  /// @param account handle
  /// @param key `TYPE BASE64`
  /// @param name what its owner calls it
  public AddKey addKey(String account, String key, String name) {
    return new AddKey(account, key, name, ORIGIN, replyTo());
  }

  /// {@return a removal of an ssh key}
  ///
  /// @param account handle
  /// @param fingerprint of the key
  public RemoveKey removeKey(String account, String fingerprint) {
    return new RemoveKey(account, fingerprint, ORIGIN, replyTo());
  }

  /// {@return a request for the ssh keys}
  ///
  /// @param account handle
  public ListKeys listKeys(String account) {
    return new ListKeys(account, replyTo());
  }

  /// {@return a check of an ssh key}
  ///
  /// @param account handle
  /// @param key `TYPE BASE64`
  public CheckKey checkKey(String account, String key) {
    return new CheckKey(account, key, replyTo());
  }

  /// {@return a login with an ssh key}
  ///
  /// @param account handle
  /// @param key `TYPE BASE64`
  public LoginWithKey loginWithKey(String account, String key) {
    return new LoginWithKey(account, key, SESSION, ORIGIN, replyTo());
  }

  /// {@return where the next answer goes}
  public ReplyTo replyTo() {
    return new ReplyTo(gateway, last.incrementAndGet());
  }
}
