package dev.parley.auth.password;

import dev.parley.auth.Arrival;
import dev.parley.auth.Refusal;
import dev.parley.contracts.auth.SealedPassword;
import dev.parley.password.Secret;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;

/// Opens sealed passwords, each once.
///
/// A bad seal is no guess at a password and is not counted as one: it was not made by a gateway. A
/// repeated record opens again, a copy of it elsewhere in the log does not. Safe for many threads.
@Singleton
public final class SealedPasswords {
  /// What a frame of a client may hold at most, and the tag of the sealing. A password that is
  /// merely too long is opened, so that the password rule can say so.
  private static final int MAX_CIPHERTEXT_BYTES = 64 * 1024 + 16;

  private static final int MAX_NONCE_LENGTH = 64;

  private final SealingKey key;
  private final NonceStore nonces;
  private final Duration nonceLife;

  @Inject
  SealedPasswords(SealingKey key, NonceStore nonces, PasswordConfig config) {
    this(key, nonces, config.nonceLife());
  }

  /// Uses a key and a store.
  ///
  /// @param key what passwords are sealed to
  /// @param nonces the nonces seen
  /// @param nonceLife how long a nonce is remembered
  public SealedPasswords(SealingKey key, NonceStore nonces, Duration nonceLife) {
    this.key = key;
    this.nonces = nonces;
    this.nonceLife = nonceLife;
  }

  /// Opens a password.
  ///
  /// @param sealed as the gateway sealed it
  /// @param account the account it was sealed for
  /// @param session the session it was sealed for
  /// @param arrival the record that carries it
  /// @return the password, or `bad_credentials` for a bad or repeated seal, or `unavailable` for an
  ///   unknown key, so that the gateway fetches the present one
  public Opening open(SealedPassword sealed, String account, String session, Arrival arrival) {
    if (!sealed.keyId().equals(key.id())) {
      return new Opening.Unopened(Refusal.UNKNOWN_KEY);
    }
    if (isOversized(sealed)) {
      return new Opening.Unopened(Refusal.BAD_CREDENTIALS);
    }
    byte[] associatedData = SealedPassword.associatedData(account, session, sealed.nonce());
    return key.open(sealed, associatedData)
        .map(password -> takeNonce(password, sealed.nonce(), arrival))
        .orElseGet(() -> new Opening.Unopened(Refusal.BAD_CREDENTIALS));
  }

  /// Forgets the nonces whose life has ended.
  ///
  /// @param now the present time
  public void forget(Instant now) {
    nonces.forget(now.minus(nonceLife));
  }

  private static boolean isOversized(SealedPassword sealed) {
    return sealed.ciphertext().length > MAX_CIPHERTEXT_BYTES
        || sealed.nonce().isEmpty()
        || sealed.nonce().length() > MAX_NONCE_LENGTH;
  }

  private Opening takeNonce(Secret password, String nonce, Arrival arrival) {
    boolean taken = false;
    try {
      taken = nonces.take(nonce, arrival);
    } finally {
      if (!taken) {
        password.close();
      }
    }
    return taken ? new Opening.Opened(password) : new Opening.Unopened(Refusal.BAD_CREDENTIALS);
  }
}
