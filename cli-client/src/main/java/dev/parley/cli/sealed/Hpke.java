package dev.parley.cli.sealed;

import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;

/// Seals the key of a content to one device: RFC 9180, auth mode, single shot, DHKEM(X25519,
/// HKDF-SHA256), HKDF-SHA256, AES-256-GCM.
final class Hpke {
  static final int ENCAPSULATED_BYTES = 32;
  static final int SEALED_BYTES = Gcm.KEY_BYTES + Gcm.TAG_BYTES;

  private static final byte[] INFO = Bytes.ascii("parley-key-1");
  private static final HPKE SUITE =
      new HPKE(HPKE.mode_auth, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);

  private Hpke() {}

  /// {@return the encapsulated key and the sealed one, joined}
  static byte[] seal(byte[] key, byte[] associated, DeviceKeys sender, Device reader) {
    try {
      byte[][] sealed =
          SUITE.seal(
              SUITE.deserializePublicKey(Bytes.decode(reader.sealing())),
              INFO,
              associated,
              key,
              null,
              null,
              pair(sender));
      return Bytes.concat(sealed[1], sealed[0]);
    } catch (InvalidCipherTextException e) {
      throw new IllegalStateException("what is sealed here cannot be a wrong cipher text", e);
    }
  }

  /// {@return the key of the content}
  ///
  /// @throws UnopenedException if it does not open
  static byte[] open(
      byte[] encapsulated, byte[] sealed, byte[] associated, DeviceKeys reader, Device sender) {
    try {
      return SUITE.open(
          encapsulated,
          pair(reader),
          INFO,
          associated,
          sealed,
          null,
          null,
          SUITE.deserializePublicKey(Bytes.decode(sender.sealing())));
      // A point of small order makes the agreement fail with IllegalStateException.
    } catch (InvalidCipherTextException | IllegalArgumentException | IllegalStateException _) {
      throw new UnopenedException(Problem.ALTERED);
    }
  }

  private static AsymmetricCipherKeyPair pair(DeviceKeys keys) {
    return SUITE.deserializePrivateKey(Bytes.decode(keys.sealing()), keys.sealingPublic());
  }
}
