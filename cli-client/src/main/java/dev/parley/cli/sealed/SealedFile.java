package dev.parley.cli.sealed;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;

/// Files as they lie on the server of an encrypted conversation: pieces of 64 KiB, each with a tag,
/// numbered, and the last one marked, so that none can be changed, moved or left out.
public final class SealedFile {
  private static final byte[] LABEL = Bytes.ascii("parley-file-1");
  private static final int PIECE = 64 * 1024;
  private static final SecureRandom RANDOM = new SecureRandom();

  private SealedFile() {}

  /// {@return a key for one file, in base64url}
  public static String newKey() {
    byte[] key = new byte[Gcm.KEY_BYTES];
    RANDOM.nextBytes(key);
    return Bytes.encode(key);
  }

  /// Encrypts a file.
  ///
  /// @param key 32 bytes in base64url, for this file only
  /// @param clear its bytes
  /// @param sealed takes what goes to the server
  /// @throws IOException if one of them cannot be read or written
  public static void encrypt(String key, InputStream clear, OutputStream sealed)
      throws IOException {
    byte[] secret = Bytes.decode(key);
    byte[] piece = clear.readNBytes(PIECE);
    for (int number = 0; ; number++) {
      byte[] next = piece.length < PIECE ? new byte[0] : clear.readNBytes(PIECE);
      boolean last = next.length == 0;
      sealed.write(Gcm.encrypt(secret, nonce(number, last), LABEL, piece));
      if (last) {
        return;
      }
      piece = next;
    }
  }

  /// Decrypts a file.
  ///
  /// @param key 32 bytes in base64url
  /// @param sealed its bytes from the server
  /// @param clear takes what it holds; worthless if this throws
  /// @throws AEADBadTagException if anything of it was changed, moved or left out
  /// @throws IOException if one of them cannot be read or written
  public static void decrypt(String key, InputStream sealed, OutputStream clear)
      throws IOException, AEADBadTagException {
    byte[] secret = Bytes.decode(key);
    int whole = PIECE + Gcm.TAG_BYTES;
    byte[] piece = sealed.readNBytes(whole);
    for (int number = 0; ; number++) {
      byte[] next = piece.length < whole ? new byte[0] : sealed.readNBytes(whole);
      boolean last = next.length == 0;
      clear.write(Gcm.decrypt(secret, nonce(number, last), LABEL, piece));
      if (last) {
        return;
      }
      piece = next;
    }
  }

  /// {@return how many bytes a file has on the server}
  ///
  /// @param size its bytes in clear
  public static long sealedSize(long size) {
    long pieces = Math.max(1, (size + PIECE - 1) / PIECE);
    return size + pieces * Gcm.TAG_BYTES;
  }

  /// {@return how many bytes a file has in clear}
  ///
  /// @param sealed its bytes on the server
  public static long clearSize(long sealed) {
    long whole = PIECE + Gcm.TAG_BYTES;
    return sealed - (sealed + whole - 1) / whole * Gcm.TAG_BYTES;
  }

  /// Seven zeros, the number of the piece, and whether it is the last.
  private static byte[] nonce(int number, boolean last) {
    byte[] nonce = Arrays.copyOf(Gcm.zeros(), Gcm.zeros().length);
    ByteBuffer.wrap(nonce).putInt(7, number).put(11, (byte) (last ? 1 : 0));
    return nonce;
  }
}
