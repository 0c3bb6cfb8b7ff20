package dev.parley.password;

import dev.parley.password.PasswordHash.Cost;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.FixedBlockPool;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// Argon2id, version 1.3 (RFC 9106), by BouncyCastle. Safe for use by many threads; each call takes
/// a core for tens of milliseconds, and each thread keeps the memory of a hash until it ends.
public final class Argon2 {
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int SCRATCH_BLOCKS = 8;

  private final Cost cost;
  private final SecureRandom random;
  private final PasswordHash ofNobody;

  /// The blocks of the last hash of each thread, wiped, for its next one: a third of the time of a
  /// hash would otherwise go into making and clearing away 19 MiB of them.
  private final ThreadLocal<BlockPool> blocks;

  /// Makes the hash that stands in for accounts that do not exist.
  ///
  /// @param cost of new hashes
  /// @param random source of salts
  public Argon2(Cost cost, SecureRandom random) {
    this.cost = cost;
    this.random = random;
    this.blocks =
        ThreadLocal.withInitial(() -> new FixedBlockPool(cost.memoryKib() + SCRATCH_BLOCKS));
    this.ofNobody = new PasswordHash(cost, randomBytes(SALT_BYTES), randomBytes(HASH_BYTES));
  }

  /// {@return a fresh hash}
  ///
  /// @param password what is to be hashed
  public PasswordHash hash(Secret password) {
    byte[] salt = randomBytes(SALT_BYTES);
    return new PasswordHash(cost, salt, compute(password, cost, salt, HASH_BYTES));
  }

  /// {@return whether the password is the hashed one}
  ///
  /// @param password what somebody typed
  /// @param stored the account's hash; if empty, the time is taken and the answer is no
  public boolean matches(Secret password, Optional<PasswordHash> stored) {
    PasswordHash expected = stored.orElse(ofNobody);
    byte[] found = compute(password, expected.cost(), expected.salt(), expected.hash().length);
    try {
      return MessageDigest.isEqual(found, expected.hash()) && stored.isPresent();
    } finally {
      Arrays.fill(found, (byte) 0);
    }
  }

  /// {@return whether a hash was made at another cost than that of new ones}
  ///
  /// @param stored a hash
  public boolean isOutdated(PasswordHash stored) {
    return !stored.cost().equals(cost);
  }

  private byte[] compute(Secret password, Cost cost, byte[] salt, int length) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(cost.memoryKib())
            .withIterations(cost.iterations())
            .withParallelism(cost.parallelism())
            .withSalt(salt)
            .withBlockPool(blocks.get())
            .build());
    byte[] hash = new byte[length];
    generator.generateBytes(password.bytes(), hash);
    return hash;
  }

  private byte[] randomBytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
