package dev.parley.cli.sealed;

import java.nio.BufferUnderflowException;

/// A device as it states itself, once that was found right.
///
/// @param id 16 bytes in hexadecimal
/// @param account handle of its owner
/// @param name what its owner calls it; not neutralised
/// @param signing Ed25519 public key, in base64url
/// @param sealing X25519 public key, in base64url
/// @param statement the whole statement, in base64url
/// @param revokedAt when it was revoked, in milliseconds since 1970; `Long.MAX_VALUE` while it is
///   good
public record Device(
    String id,
    String account,
    String name,
    String signing,
    String sealing,
    String statement,
    long revokedAt) {

  /// Longest name, in characters.
  public static final int LONGEST_NAME = 64;

  private static final byte[] LABEL = Bytes.ascii("parley-device-1");
  private static final int KEY_BYTES = 32;
  private static final int SIGNATURE_BYTES = 64;

  /// {@return the statement of a device about itself, in base64url}
  ///
  /// @param account handle of its owner
  /// @param name what its owner calls it; cut to 64 characters
  /// @param at milliseconds since 1970
  /// @param keys of the device
  public static String state(String account, String name, long at, DeviceKeys keys) {
    int end =
        name.offsetByCodePoints(0, Math.min(LONGEST_NAME, name.codePointCount(0, name.length())));
    byte[] signed =
        Bytes.concat(
            LABEL,
            Bytes.str(account),
            keys.signingPublic(),
            keys.sealingPublic(),
            Bytes.str(name.substring(0, end)),
            Bytes.u64(at));
    return Bytes.encode(Bytes.concat(signed, keys.sign(signed)));
  }

  /// {@return the device of a statement}
  ///
  /// @param statement in base64url
  /// @param account whose it has to be
  /// @throws BadListException if it does not hold
  public static Device read(String statement, String account) {
    try {
      return read(Bytes.decode(statement), account);
    } catch (IllegalArgumentException | BufferUnderflowException _) {
      throw new BadListException("a statement cannot be read");
    }
  }

  static Device read(byte[] statement, String account) {
    ByteReader bytes = new ByteReader(statement);
    boolean isStatement = bytes.skips(LABEL);
    String owner = bytes.str();
    byte[] signing = bytes.take(KEY_BYTES);
    byte[] sealing = bytes.take(KEY_BYTES);
    String name = bytes.str();
    boolean isTimed = bytes.u64() >= 0;
    byte[] signed = bytes.before();
    boolean isSigned = DeviceKeys.isSigned(signing, bytes.take(SIGNATURE_BYTES), signed);
    if (!isStatement || !isTimed || !owner.equals(account) || !isSigned || !bytes.isAtEnd()) {
      throw new BadListException("a statement does not hold");
    }
    return new Device(
        DeviceKeys.idOf(signing, sealing),
        account,
        name,
        Bytes.encode(signing),
        Bytes.encode(sealing),
        Bytes.encode(statement),
        Long.MAX_VALUE);
  }

  Device revoked(long at) {
    return new Device(id, account, name, signing, sealing, statement, at);
  }

  /// {@return whether it was not revoked}
  public boolean isGood() {
    return revokedAt == Long.MAX_VALUE;
  }

  boolean hasSigned(byte[] signature, byte[] bytes) {
    return DeviceKeys.isSigned(Bytes.decode(signing), signature, bytes);
  }
}
