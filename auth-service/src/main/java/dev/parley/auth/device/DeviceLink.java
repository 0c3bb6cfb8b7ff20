package dev.parley.auth.device;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/// A link of an account's list of devices, as far as this service looks into it.
///
/// Source: `docs/encryption.md`, "A link".
///
/// @param wire the link as it travels: base64url without padding
/// @param number its place in the list, from 1
/// @param previous SHA-256 of the link before, in hexadecimal
/// @param account whose list it belongs to
/// @param adds whether it adds a device; else it revokes one
/// @param body the statement of the device that is added, or the id of the one that is revoked; in
///   base64url without padding
public record DeviceLink(
    String wire, long number, String previous, String account, boolean adds, String body) {
  /// Longest link, in base64url characters.
  public static final int MAX_LENGTH = 1_400;

  /// What the first link names as the one before it.
  public static final String NONE = "0".repeat(64);

  private static final byte[] LABEL = "parley-link-1".getBytes(StandardCharsets.US_ASCII);
  private static final int HASH_LENGTH = 32;
  private static final int ID_LENGTH = 16;
  private static final int SIGNATURE_LENGTH = 64;
  private static final byte ADD = 1;
  private static final byte REVOKE = 2;

  /// {@return the link, or nothing if it is none}
  ///
  /// @param wire as somebody sent it
  public static Optional<DeviceLink> read(String wire) {
    try {
      return wire.length() > MAX_LENGTH ? Optional.empty() : parse(wire);
    } catch (IllegalArgumentException | BufferUnderflowException _) {
      return Optional.empty();
    }
  }

  /// {@return what the link after this one names as the one before it}
  public String hash() {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(wire);
      return hex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static Optional<DeviceLink> parse(String wire) {
    ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(wire));
    if (!Arrays.equals(take(bytes, LABEL.length), LABEL)) {
      return Optional.empty();
    }
    long number = Integer.toUnsignedLong(bytes.getInt());
    String previous = hex(take(bytes, HASH_LENGTH));
    String account = new String(take(bytes, bytes.getShort()), StandardCharsets.UTF_8);
    long unusedTime = bytes.getLong();
    byte[] unusedSigner = take(bytes, ID_LENGTH);
    byte action = bytes.get();
    byte[] body = take(bytes, bytes.getShort());
    boolean fits =
        unusedTime >= 0
            && unusedSigner.length == ID_LENGTH
            && (action == ADD || (action == REVOKE && body.length == ID_LENGTH))
            && bytes.remaining() == SIGNATURE_LENGTH;
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(body);
    return fits
        ? Optional.of(new DeviceLink(wire, number, previous, account, action == ADD, text))
        : Optional.empty();
  }

  private static byte[] take(ByteBuffer bytes, int length) {
    if (length < 0 || length > bytes.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] taken = new byte[length];
    bytes.get(taken);
    return taken;
  }

  private static String hex(byte[] bytes) {
    return java.util.HexFormat.of().formatHex(bytes);
  }
}
