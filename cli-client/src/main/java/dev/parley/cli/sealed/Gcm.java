package dev.parley.cli.sealed;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Key;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// AES-256-GCM with tags of 16 bytes.
final class Gcm {
  static final int KEY_BYTES = 32;
  static final int TAG_BYTES = 16;
  private static final int NONCE_BYTES = 12;

  private Gcm() {}

  /// {@return a nonce of zeros, for keys that are used once}
  static byte[] zeros() {
    return new byte[NONCE_BYTES];
  }

  static byte[] encrypt(byte[] key, byte[] nonce, byte[] associated, byte[] plain) {
    try {
      return cipher(Cipher.ENCRYPT_MODE, key, nonce, associated).doFinal(plain);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JVM has AES-GCM", e);
    }
  }

  /// {@return what was encrypted}
  ///
  /// @throws AEADBadTagException if anything of it is another
  static byte[] decrypt(byte[] key, byte[] nonce, byte[] associated, byte[] sealed)
      throws AEADBadTagException {
    try {
      return cipher(Cipher.DECRYPT_MODE, key, nonce, associated).doFinal(sealed);
    } catch (AEADBadTagException | InvalidKeyException e) {
      throw e instanceof AEADBadTagException bad ? bad : new AEADBadTagException("no key");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JVM has AES-GCM", e);
    }
  }

  private static Cipher cipher(int mode, byte[] key, byte[] nonce, byte[] associated)
      throws GeneralSecurityException {
    if (key.length != KEY_BYTES) {
      throw new InvalidKeyException("a key has 32 bytes, got " + key.length);
    }
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    Key aes = new SecretKeySpec(key, "AES");
    cipher.init(mode, aes, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
    cipher.updateAAD(associated);
    return cipher;
  }
}
