package dev.parley.cli.sealed;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/// Builds byte strings as `docs/encryption.md` has them: numbers are unsigned and big endian.
final class Bytes {
  private static final int LONGEST_BLOCK = 0xffff;

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
    return block(text.getBytes(StandardCharsets.UTF_8));
  }

  /// {@return a u16 length and the bytes}
  ///
  /// @throws IllegalArgumentException if they are more than 65,535
  static byte[] block(byte[] bytes) {
    if (bytes.length > LONGEST_BLOCK) {
      throw new IllegalArgumentException("a block has at most 65535 bytes, got " + bytes.length);
    }
    return concat(new byte[] {(byte) (bytes.length >> 8), (byte) bytes.length}, bytes);
  }

  static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      whole.writeBytes(part);
    }
    return whole.toByteArray();
  }

  static byte[] sha256(byte[]... parts) {
    return hash("SHA-256", parts);
  }

  static byte[] sha512(byte[]... parts) {
    return hash("SHA-512", parts);
  }

  /// {@return the bytes of base64url}
  ///
  /// @throws IllegalArgumentException if it is none
  static byte[] decode(String base64Url) {
    return Base64.getUrlDecoder().decode(base64Url);
  }

  static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] hash(String algorithm, byte[]... parts) {
    try {
      return MessageDigest.getInstance(algorithm).digest(concat(parts));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has " + algorithm, e);
    }
  }
}
