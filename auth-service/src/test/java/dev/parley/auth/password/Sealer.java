package dev.parley.auth.password;

import dev.parley.contracts.auth.SealedPassword;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;

/// Seals passwords as a gateway does.
///
/// @param keyId id of the key
/// @param publicKey 32 bytes
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record Sealer(String keyId, byte[] publicKey) {
  /// {@return a sealer to a key}
  ///
  /// @param key the service's key
  public static Sealer to(SealingKey key) {
    return new Sealer(key.id(), key.publicKey());
  }

  /// {@return a password sealed with a fresh nonce}
  ///
  /// @param account whose password
  /// @param session who asks
  /// @param password in clear
  public SealedPassword seal(String account, String session, String password) {
    return seal(account, session, UUID.randomUUID().toString(), password);
  }

  /// {@return a sealed password}
  ///
  /// @param account whose password
  /// @param session who asks
  /// @param nonce the nonce
  /// @param password in clear
  public SealedPassword seal(String account, String session, String nonce, String password) {
    HPKE suite =
        new HPKE(
            HPKE.mode_base, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);
    try {
      byte[][] sealed =
          suite.seal(
              suite.deserializePublicKey(publicKey),
              SealedPassword.INFO,
              SealedPassword.associatedData(account, session, nonce),
              password.getBytes(StandardCharsets.UTF_8),
              null,
              null,
              null);
      return new SealedPassword(keyId, sealed[1], sealed[0], nonce);
    } catch (InvalidCipherTextException e) {
      throw new IllegalStateException(e);
    }
  }
}
