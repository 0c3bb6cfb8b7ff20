package dev.parley.deploy.acceptance.trace;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The fields of one message of Protocol Buffers, by number, without knowing its type.
///
/// Source: Protocol Buffers, Encoding.
record Fields(List<Field> all) {
  /// A field.
  ///
  /// @param number its number
  /// @param bytes what has a length: a text, bytes, a message; else empty
  /// @param value a number; else 0
  record Field(int number, byte[] bytes, long value) {}

  static Fields of(byte[] message) {
    ByteBuffer left = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
    List<Field> fields = new ArrayList<>();
    while (left.hasRemaining()) {
      long key = number(left);
      fields.add(field(left, (int) (key >>> 3), (int) (key & 7)));
    }
    return new Fields(fields);
  }

  List<byte[]> bytes(int number) {
    return all.stream().filter(each -> each.number == number).map(Field::bytes).toList();
  }

  List<Fields> messages(int number) {
    return bytes(number).stream().map(Fields::of).toList();
  }

  String text(int number) {
    return bytes(number).stream()
        .map(each -> new String(each, StandardCharsets.UTF_8))
        .findFirst()
        .orElse("");
  }

  long value(int number) {
    return all.stream().filter(each -> each.number == number).mapToLong(Field::value).sum();
  }

  private static Field field(ByteBuffer left, int number, int wireType) {
    byte[] none = {};
    return switch (wireType) {
      case 0 -> new Field(number, none, number(left));
      case 1 -> new Field(number, none, left.getLong());
      case 5 -> new Field(number, none, left.getInt());
      case 2 -> {
        byte[] bytes = new byte[(int) number(left)];
        left.get(bytes);
        yield new Field(number, bytes, 0);
      }
      default -> throw new IllegalArgumentException("no wire type: " + wireType);
    };
  }

  private static long number(ByteBuffer left) {
    long number = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = left.get();
      number |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return number;
      }
    }
  }
}
