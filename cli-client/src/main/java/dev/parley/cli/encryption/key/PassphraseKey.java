package dev.parley.cli.encryption.key;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// A key made of a passphrase by Argon2id, and what is sealed under it by AES-256-GCM:
///
///     parley-keys-1 | u32 memory in KiB | u32 iterations | u8 lanes | 16 bytes salt
///       | 12 bytes nonce | sealed bytes with their tag
///
/// All before the sealed bytes is associated data. Each sealing takes a fresh nonce. Making one
/// takes about a second of a core and 64 MiB.
final class PassphraseKey {
  private static final byte[] LABEL = "parley-keys-1".getBytes(StandardCharsets.US_ASCII);
  private static final int SALT_BYTES = 16;
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final byte[] head;
  private final SecretKeySpec key;

  private PassphraseKey(byte[] head, SecretKeySpec key) {
    this.head = head;
    this.key = key;
  }

  static PassphraseKey fresh(String passphrase, Cost cost) {
    byte[] salt = random(SALT_BYTES);
    return new PassphraseKey(head(cost, salt), derive(passphrase, cost, salt));
  }

  /// {@return the key of what was sealed before, if its head can be read}
  static Optional<PassphraseKey> of(byte[] sealed, String passphrase) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(sealed);
      byte[] label = new byte[LABEL.length];
      bytes.get(label);
      Cost cost = new Cost(bytes.getInt(), bytes.getInt(), Byte.toUnsignedInt(bytes.get()));
      byte[] salt = new byte[SALT_BYTES];
      bytes.get(salt);
      return Arrays.equals(label, LABEL)
          ? Optional.of(new PassphraseKey(head(cost, salt), derive(passphrase, cost, salt)))
          : Optional.empty();
    } catch (BufferUnderflowException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  byte[] seal(byte[] clear) {
    byte[] whole = Arrays.copyOf(head, head.length + NONCE_BYTES);
    System.arraycopy(random(NONCE_BYTES), 0, whole, head.length, NONCE_BYTES);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, whole).doFinal(clear);
      return ByteBuffer.allocate(whole.length + sealed.length).put(whole).put(sealed).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JVM has AES-GCM", e);
    }
  }

  /// {@return what was sealed; nothing if it was under another passphrase, or changed since}
  Optional<byte[]> open(byte[] sealed) {
    int start = head.length + NONCE_BYTES;
    if (sealed.length < start) {
      return Optional.empty();
    }
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, start));
      return Optional.of(cipher.doFinal(sealed, start, sealed.length - start));
    } catch (AEADBadTagException _) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JVM has AES-GCM", e);
    }
  }

  private Cipher cipher(int mode, byte[] whole) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    byte[] nonce = Arrays.copyOfRange(whole, whole.length - NONCE_BYTES, whole.length);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(whole);
    return cipher;
  }

  private static byte[] head(Cost cost, byte[] salt) {
    return ByteBuffer.allocate(LABEL.length + 4 + 4 + 1 + SALT_BYTES)
        .put(LABEL)
        .putInt(cost.memoryKib())
        .putInt(cost.iterations())
        .put((byte) cost.lanes())
        .put(salt)
        .array();
  }

  private static SecretKeySpec derive(String passphrase, Cost cost, byte[] salt) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(cost.memoryKib())
            .withIterations(cost.iterations())
            .withParallelism(cost.lanes())
            .withSalt(salt)
            .build());
    byte[] key = new byte[KEY_BYTES];
    // One way to write each letter, whatever the keyboard makes of it.
    String normal = Normalizer.normalize(passphrase, Normalizer.Form.NFC);
    byte[] secret = normal.getBytes(StandardCharsets.UTF_8);
    generator.generateBytes(secret, key);
    Arrays.fill(secret, (byte) 0);
    return new SecretKeySpec(key, "AES");
  }

  private static byte[] random(int count) {
    byte[] bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}
