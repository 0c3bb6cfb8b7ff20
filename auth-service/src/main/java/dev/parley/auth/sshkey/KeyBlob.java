package dev.parley.auth.sshkey;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Reads the fields of a key's blob, each a length of four bytes and as many bytes (RFC 4251
/// section 5), and nothing that is not there.
final class KeyBlob {
  static final String CUT = "the key is not whole; copy the line of the .pub file again";

  private final ByteBuffer left;

  KeyBlob(ByteBuffer blob) {
    this.left = blob.duplicate();
  }

  /// {@return the next field; empty if there is none, or it is cut off}
  ByteBuffer next() {
    int length = left.remaining() < Integer.BYTES ? -1 : left.getInt();
    if (length < 0 || length > left.remaining()) {
      left.position(left.limit());
      return ByteBuffer.allocate(0);
    }
    ByteBuffer field = left.slice(left.position(), length);
    left.position(left.position() + length);
    return field;
  }

  String text() {
    return StandardCharsets.US_ASCII.decode(next()).toString();
  }

  /// {@return the next field as a number; 0 if there is none}
  BigInteger integer() {
    byte[] bytes = new byte[left.remaining()];
    ByteBuffer field = next();
    int length = field.remaining();
    field.get(bytes, 0, length);
    return length == 0 ? BigInteger.ZERO : new BigInteger(bytes, 0, length);
  }

  boolean isAtEnd() {
    return !left.hasRemaining();
  }
}
