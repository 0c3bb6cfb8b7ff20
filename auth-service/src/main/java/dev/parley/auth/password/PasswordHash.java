package dev.parley.auth.password;

import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A stored Argon2id hash with everything that it takes to check a password against it.
///
/// @param cost what it cost to make
/// @param salt 16 bytes
/// @param hash 32 bytes
@SuppressWarnings("ArrayRecordComponent") // Never compared but by Argon2, in constant time.
record PasswordHash(Cost cost, byte[] salt, byte[] hash) {
  /// The parameters of Argon2id (RFC 9106).
  ///
  /// @param memoryKib memory in KiB
  /// @param iterations passes over it
  /// @param parallelism lanes
  record Cost(int memoryKib, int iterations, int parallelism) {}

  private static final Pattern PHC =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,9}),t=(\\d{1,9}),p=(\\d{1,9})"
              + "\\$([A-Za-z0-9+/]{1,100})\\$([A-Za-z0-9+/]{1,100})");

  /// {@return the hash that a PHC string holds}
  ///
  /// @param phc such as `$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA`
  /// @throws IllegalArgumentException if it is none; the string is not quoted
  static PasswordHash parse(String phc) {
    Matcher parts = PHC.matcher(phc);
    if (!parts.matches()) {
      throw new IllegalArgumentException("a stored hash is no PHC string of Argon2id, version 19");
    }
    Cost cost =
        new Cost(
            Integer.parseInt(parts.group(1)),
            Integer.parseInt(parts.group(2)),
            Integer.parseInt(parts.group(3)));
    Base64.Decoder base64 = Base64.getDecoder();
    return new PasswordHash(cost, base64.decode(parts.group(4)), base64.decode(parts.group(5)));
  }

  /// {@return the PHC string: base64 without padding, as the PHC string format wants it}
  String phc() {
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(
            cost.memoryKib,
            cost.iterations,
            cost.parallelism,
            base64.encodeToString(salt),
            base64.encodeToString(hash));
  }

  @Override
  public String toString() {
    return "PasswordHash[cost=" + cost + "]";
  }
}
