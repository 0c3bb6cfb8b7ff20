package dev.parley.gateway;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/// Ids that nobody can guess and that never repeat. Safe for use by many threads.
final class RandomIds {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int GATEWAY_LENGTH = 10;
  private static final int NONCE_BYTES = 16;

  private RandomIds() {}

  /// {@return an id for one life of a gateway: 50 random bits, fit for a topic name}
  static String gateway() {
    StringBuilder id = new StringBuilder("gw-");
    RANDOM
        .ints(GATEWAY_LENGTH, 0, ALPHABET.length())
        .forEach(index -> id.append(ALPHABET.charAt(index)));
    return id.toString();
  }

  /// {@return 128 random bits in hex, for a file}
  static String file() {
    return HexFormat.of().formatHex(bytes());
  }

  /// {@return 128 random bits}
  static String nonce() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes());
  }

  private static byte[] bytes() {
    byte[] bytes = new byte[NONCE_BYTES];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}
