package dev.parley.gateway.credential;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.auth.SealedPassword;
import dev.parley.gateway.exchange.RequestFailedException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.hpke.HPKEContextWithEncapsulation;
import org.jspecify.annotations.Nullable;

/// Seals passwords: HPKE (RFC 9180), mode base, DHKEM(X25519, HKDF-SHA256), HKDF-SHA256,
/// AES-256-GCM. Safe for use by many threads.
///
/// The key is fetched once and kept until [#forgetKey()].
public final class PasswordSealer {
  private final SealingKeySource keys;
  private final Supplier<String> nonces;
  private final Executor workers;
  private volatile @Nullable SealingKey key;

  /// Seals with the key of a source.
  ///
  /// @param keys where the key comes from
  /// @param nonces gives an unpredictable text that never repeats
  /// @param workers runs the sealing; not an event loop
  public PasswordSealer(SealingKeySource keys, Supplier<String> nonces, Executor workers) {
    this.keys = keys;
    this.nonces = nonces;
    this.workers = workers;
  }

  /// Seals one password.
  ///
  /// @param password as typed
  /// @param account handle it belongs to
  /// @param session id of the session that asks
  /// @return completes on a worker; fails with `unavailable` while there is no key
  public CompletableFuture<SealedPassword> seal(String password, String account, String session) {
    return key().thenApplyAsync(present -> seal(present, password, account, session), workers);
  }

  /// Drops the key that is kept, so that the next sealing fetches it anew.
  public void forgetKey() {
    key = null;
  }

  private CompletableFuture<SealingKey> key() {
    SealingKey kept = key;
    return kept != null ? CompletableFuture.completedFuture(kept) : fetch();
  }

  private CompletableFuture<SealingKey> fetch() {
    return keys.fetch()
        .whenComplete((fetched, _) -> key = fetched)
        .exceptionallyCompose(_ ->
            CompletableFuture.failedFuture(
                new RequestFailedException(
                    ErrorCode.UNAVAILABLE, "logging in is not possible now; try again")));
  }

  private SealedPassword seal(SealingKey key, String password, String account, String session) {
    HPKE hpke =
        new HPKE(
            HPKE.mode_base, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);
    byte[] clear = password.getBytes(StandardCharsets.UTF_8);
    String nonce = nonces.get();
    try {
      HPKEContextWithEncapsulation context =
          hpke.setupBaseS(hpke.deserializePublicKey(key.publicKey()), SealedPassword.INFO);
      byte[] ciphertext =
          context.seal(SealedPassword.associatedData(account, session, nonce), clear);
      return new SealedPassword(key.keyId(), context.getEncapsulation(), ciphertext, nonce);
    } catch (InvalidCipherTextException e) {
      throw new IllegalStateException("sealing failed", e);
    } finally {
      Arrays.fill(clear, (byte) 0);
    }
  }
}
