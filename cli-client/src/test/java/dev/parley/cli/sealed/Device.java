package dev.parley.cli.sealed;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/// A device as it states itself.
///
/// @param id hexadecimal
/// @param account handle
/// @param name what its owner calls it
/// @param signing Ed25519 public key
/// @param sealing X25519 public key
/// @param statement the whole statement
/// @param revokedAt when it was revoked; `Long.MAX_VALUE` while it is good
record Device(
    String id,
    String account,
    String name,
    byte[] signing,
    byte[] sealing,
    byte[] statement,
    long revokedAt) {

  private static final byte[] LABEL = Bytes.ascii("parley-device-1");

  static Device read(byte[] statement, String account) {
    ByteBuffer bytes = ByteBuffer.wrap(statement);
    boolean isStatement = Arrays.equals(Bytes.take(bytes, LABEL.length), LABEL);
    String owner = Bytes.text(bytes);
    byte[] signing = Bytes.take(bytes, 32);
    byte[] sealing = Bytes.take(bytes, 32);
    String name = Bytes.text(bytes);
    boolean isTimed = bytes.getLong() >= 0;
    byte[] signed = Arrays.copyOf(statement, bytes.position());
    byte[] signature = Bytes.take(bytes, 64);
    boolean isSigned = Bytes.isSigned(signing, signature, signed);
    if (!isStatement || !isTimed || !owner.equals(account) || !isSigned || bytes.hasRemaining()) {
      throw new Refused("no statement");
    }
    byte[] id = Arrays.copyOf(Bytes.hash("SHA-256", signing, sealing), 16);
    String hex = HexFormat.of().formatHex(id);
    return new Device(hex, account, name, signing, sealing, statement, Long.MAX_VALUE);
  }

  Device revoked(long at) {
    return new Device(id, account, name, signing, sealing, statement, at);
  }

  boolean isGood() {
    return revokedAt == Long.MAX_VALUE;
  }
}
