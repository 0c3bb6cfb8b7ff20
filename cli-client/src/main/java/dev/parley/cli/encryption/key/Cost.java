package dev.parley.cli.encryption.key;

/// What it takes to make a key of a passphrase: parameters of Argon2id (RFC 9106).
///
/// @param memoryKib memory in KiB, 64 to 131,072: the client has 192 MiB in all
/// @param iterations passes over it, 1 to 16
/// @param lanes 1 to 16
public record Cost(int memoryKib, int iterations, int lanes) {
  /// The second recommendation of RFC 9106, section 4.
  public static final Cost USUAL = new Cost(65_536, 3, 4);

  private static final int LEAST_MEMORY = 64;
  private static final int MOST_MEMORY = 131_072;
  private static final int MOST = 16;

  /// Checks the limits stated on the record.
  ///
  /// @throws IllegalArgumentException if one is broken
  public Cost {
    if (memoryKib < LEAST_MEMORY
        || memoryKib > MOST_MEMORY
        || iterations < 1
        || iterations > MOST
        || lanes < 1
        || lanes > MOST) {
      throw new IllegalArgumentException("parameters of Argon2id out of bounds");
    }
  }
}
