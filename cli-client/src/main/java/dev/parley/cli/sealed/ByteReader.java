package dev.parley.cli.sealed;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/// Reads byte strings from their beginning. What ends too early throws
/// [java.nio.BufferUnderflowException]; no length that is claimed makes an array longer than what
/// is there.
final class ByteReader {
  private final ByteBuffer bytes;

  ByteReader(byte[] bytes) {
    this.bytes = ByteBuffer.wrap(bytes);
  }

  int u8() {
    return Byte.toUnsignedInt(bytes.get());
  }

  int u32() {
    return bytes.getInt();
  }

  long u64() {
    return bytes.getLong();
  }

  byte[] take(int length) {
    if (length < 0 || length > bytes.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] taken = new byte[length];
    bytes.get(taken);
    return taken;
  }

  String hex(int length) {
    return HexFormat.of().formatHex(take(length));
  }

  byte[] block() {
    return take(Short.toUnsignedInt(bytes.getShort()));
  }

  String str() {
    return new String(block(), StandardCharsets.UTF_8);
  }

  /// {@return whether the next bytes are those}
  boolean skips(byte[] expected) {
    return Arrays.equals(take(expected.length), expected);
  }

  /// {@return everything that was read so far}
  byte[] before() {
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  boolean isAtEnd() {
    return !bytes.hasRemaining();
  }
}
