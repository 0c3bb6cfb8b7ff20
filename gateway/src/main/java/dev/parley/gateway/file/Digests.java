package dev.parley.gateway.file;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Digests that every JVM has.
public final class Digests {
  private Digests() {}

  /// {@return a new SHA-256}
  public static MessageDigest sha256() {
    return of("SHA-256");
  }

  /// {@return a new SHA-1; for chunks of clients that know no other, where it guards against
  /// accidents only}
  public static MessageDigest sha1() {
    return of("SHA-1");
  }

  private static MessageDigest of(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has " + algorithm, e);
    }
  }
}
