package dev.parley.password;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A stored Argon2id hash with everything that it takes to check a password against it.
///
/// @param cost what it cost to make
/// @param salt 16 bytes
/// @param hash 32 bytes
@SuppressWarnings("ArrayRecordComponent") // Never compared but by Argon2, in constant time.
public record PasswordHash(Cost cost, byte[] salt, byte[] hash) {
  /// The parameters of Argon2id (RFC 9106).
  ///
  /// @param memoryKib memory in KiB
  /// @param iterations passes over it
  /// @param parallelism lanes
  public record Cost(int memoryKib, int iterations, int parallelism) {}

  private static final int MIN_MEMORY_KIB = 64;
  private static final int MAX_MEMORY_KIB = 256 * 1_024;
  private static final int MAX_ITERATIONS = 20;
  private static final int MAX_PARALLELISM = 16;
  private static final int MIN_BYTES = 8;

  private static final Pattern PHC =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,9}),t=(\\d{1,9}),p=(\\d{1,9})"
              + "\\$([A-Za-z0-9+/]{1,100})\\$([A-Za-z0-9+/]{1,100})");

  /// {@return the hash that a PHC string holds}
  ///
  /// @param phc such as `$argon2id$v=19$m=19456,t=2,p=1$c2FsdA$aGFzaA`
  /// @throws IllegalArgumentException if it is none; the string is not quoted
  public static PasswordHash parse(String phc) {
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

  /// {@return what keeps this hash from being one that a server should take from elsewhere: it
  /// would cost too much to check, or too little to guess}
  public Optional<String> breach() {
    if (cost.memoryKib < MIN_MEMORY_KIB || cost.memoryKib > MAX_MEMORY_KIB) {
      return Optional.of(
          "the memory of a hash is %d to %d KiB, this one's is %d"
              .formatted(MIN_MEMORY_KIB, MAX_MEMORY_KIB, cost.memoryKib));
    }
    if (cost.iterations < 1
        || cost.iterations > MAX_ITERATIONS
        || cost.parallelism < 1
        || cost.parallelism > MAX_PARALLELISM) {
      return Optional.of(
          "a hash has 1 to %d iterations and 1 to %d lanes"
              .formatted(MAX_ITERATIONS, MAX_PARALLELISM));
    }
    return salt.length < MIN_BYTES || hash.length < 2 * MIN_BYTES
        ? Optional.of("salt and hash have at least 8 and 16 bytes")
        : Optional.empty();
  }

  /// {@return the PHC string: base64 without padding, as the PHC string format wants it}
  public String phc() {
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
