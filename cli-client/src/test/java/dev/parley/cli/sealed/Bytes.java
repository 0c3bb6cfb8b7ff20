package dev.parley.cli.sealed;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/// Byte strings as `docs/encryption.md` builds and reads them.
final class Bytes {
  private Bytes() {}

  static byte[] ascii(String label) {
    return label.getBytes(StandardCharsets.US_ASCII);
  }

  static byte[] u8(int value) {
    return new byte[] {(byte) value};
  }

  static byte[] u32(int value) {
    return ByteBuffer.allocate(4).putInt(value).array();
  }

  static byte[] u64(long value) {
    return ByteBuffer.allocate(8).putLong(value).array();
  }

  static byte[] str(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return concat(new byte[] {(byte) (utf8.length >> 8), (byte) utf8.length}, utf8);
  }

  static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      whole.writeBytes(part);
    }
    return whole.toByteArray();
  }

  static byte[] take(ByteBuffer from, int length) {
    if (length < 0 || length > from.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] taken = new byte[length];
    from.get(taken);
    return taken;
  }

  static byte[] block(ByteBuffer from) {
    return take(from, Short.toUnsignedInt(from.getShort()));
  }

  static String text(ByteBuffer from) {
    return new String(block(from), StandardCharsets.UTF_8);
  }

  static byte[] hash(String algorithm, byte[]... parts) {
    try {
      return MessageDigest.getInstance(algorithm).digest(concat(parts));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] decode(String base64Url) {
    return Base64.getUrlDecoder().decode(base64Url);
  }

  static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static boolean isSigned(byte[] key, byte[] signature, byte[] bytes) {
    Ed25519Signer signer = new Ed25519Signer();
    signer.init(false, new Ed25519PublicKeyParameters(key));
    signer.update(bytes, 0, bytes.length);
    return signer.verifySignature(signature);
  }

  static byte[] sign(byte[] key, byte[] bytes) {
    Ed25519Signer signer = new Ed25519Signer();
    signer.init(true, new Ed25519PrivateKeyParameters(key));
    signer.update(bytes, 0, bytes.length);
    return signer.generateSignature();
  }
}
