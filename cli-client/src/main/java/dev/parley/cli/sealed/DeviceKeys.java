package dev.parley.cli.sealed;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/// The two private keys of a device: secrets.
///
/// @param signing Ed25519 private key, 32 bytes in base64url
/// @param sealing X25519 private key, 32 bytes in base64url
public record DeviceKeys(String signing, String sealing) {
  private static final int KEY_BYTES = 32;
  private static final int ID_BYTES = 16;

  /// Checks the keys.
  ///
  /// @throws IllegalArgumentException if one of them is none
  public DeviceKeys {
    if (Bytes.decode(signing).length != KEY_BYTES || Bytes.decode(sealing).length != KEY_BYTES) {
      throw new IllegalArgumentException("a private key has 32 bytes");
    }
  }

  /// {@return fresh keys}
  ///
  /// @param random a good source
  public static DeviceKeys make(SecureRandom random) {
    return new DeviceKeys(
        Bytes.encode(new Ed25519PrivateKeyParameters(random).getEncoded()),
        Bytes.encode(new X25519PrivateKeyParameters(random).getEncoded()));
  }

  /// {@return id of the device that holds them: 16 bytes in hexadecimal}
  public String id() {
    return idOf(signingPublic(), sealingPublic());
  }

  static String idOf(byte[] signing, byte[] sealing) {
    return HexFormat.of().formatHex(Bytes.sha256(signing, sealing), 0, ID_BYTES);
  }

  byte[] signingPublic() {
    return new Ed25519PrivateKeyParameters(Bytes.decode(signing)).generatePublicKey().getEncoded();
  }

  byte[] sealingPublic() {
    return new X25519PrivateKeyParameters(Bytes.decode(sealing)).generatePublicKey().getEncoded();
  }

  byte[] sign(byte[] bytes) {
    Ed25519Signer signer = new Ed25519Signer();
    signer.init(true, new Ed25519PrivateKeyParameters(Bytes.decode(signing)));
    signer.update(bytes, 0, bytes.length);
    return signer.generateSignature();
  }

  /// {@return whether a signature is right; a key that is none makes it wrong}
  static boolean isSigned(byte[] key, byte[] signature, byte[] bytes) {
    try {
      Ed25519Signer signer = new Ed25519Signer();
      signer.init(false, new Ed25519PublicKeyParameters(key));
      signer.update(bytes, 0, bytes.length);
      return signer.verifySignature(signature);
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  /// {@return the id; the keys stay out of messages and logs}
  @Override
  public String toString() {
    return id();
  }
}
