package dev.parley.auth.password;

import dev.parley.auth.key.JsonWebKeys;
import dev.parley.auth.key.KeyFolder;
import dev.parley.contracts.auth.SealedPassword;
import dev.parley.password.Secret;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.interfaces.XECPrivateKey;
import java.util.Optional;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.X25519PublicKeyParameters;
import org.jose4j.jwk.PublicJsonWebKey;

/// The X25519 key pair that gateways seal passwords to, made at the first start and kept.
///
/// HPKE (RFC 9180) in base mode; the suite is that of [SealedPassword]. Safe for many threads.
@Singleton
public final class SealingKey {
  private static final String FILE = "sealing.jwk";
  private static final int KEY_BYTES = 32;

  private final String id;
  private final X25519PublicKeyParameters publicKey;
  private final AsymmetricCipherKeyPair pair;

  /// Reads the key pair, and makes it if there is none.
  ///
  /// @param folder where it lies, as `sealing.jwk`
  @Inject
  public SealingKey(KeyFolder folder) {
    PublicJsonWebKey key =
        JsonWebKeys.parse(folder.obtain(FILE, () -> JsonWebKeys.freshOctetPair("X25519")));
    byte[] scalar = ((XECPrivateKey) key.getPrivateKey()).getScalar().orElseThrow();
    X25519PrivateKeyParameters privateKey = new X25519PrivateKeyParameters(scalar);
    this.id = key.getKeyId();
    this.publicKey = privateKey.generatePublicKey();
    this.pair = new AsymmetricCipherKeyPair(publicKey, privateKey);
  }

  /// {@return the key's id: its thumbprint, so it changes with the key}
  public String id() {
    return id;
  }

  /// {@return the public key, 32 bytes}
  public byte[] publicKey() {
    return publicKey.getEncoded();
  }

  /// Opens a sealing.
  ///
  /// @param sealed sealed to this key
  /// @param associatedData what the sealing is bound to
  /// @return the password, or empty if the sealing was made for something else or was changed
  Optional<Secret> open(SealedPassword sealed, byte[] associatedData) {
    if (sealed.encapsulation().length != KEY_BYTES) {
      return Optional.empty();
    }
    HPKE suite =
        new HPKE(
            HPKE.mode_base, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);
    try {
      return Optional.of(
          new Secret(
              suite.open(
                  sealed.encapsulation(),
                  pair,
                  SealedPassword.INFO,
                  associatedData,
                  sealed.ciphertext(),
                  null,
                  null,
                  null)));
    } catch (InvalidCipherTextException | IllegalStateException e) {
      // IllegalStateException: an encapsulated key of low order, which agrees on zero.
      return Optional.empty();
    }
  }
}
