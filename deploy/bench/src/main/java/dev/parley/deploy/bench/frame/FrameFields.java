package dev.parley.deploy.bench.frame;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// Where the fields of one object stand that the tool looks at. Used again for every object.
final class FrameFields {

  final Field type = new Field("type");
  final Field id = new Field("id");
  final Field conversation = new Field("conversation");
  final Field seq = new Field("seq");
  final Field at = new Field("at");
  final Field from = new Field("from");
  final Field text = new Field("text");
  final Field user = new Field("user");
  final Field change = new Field("change");
  final Field by = new Field("by");
  final Field code = new Field("code");
  final Field message = new Field("message");
  final Field detail = new Field("detail");
  final Field token = new Field("token");

  private final List<Field> all =
      List.of(
          type,
          id,
          conversation,
          seq,
          at,
          from,
          text,
          user,
          change,
          by,
          code,
          message,
          detail,
          token);

  /// The fields by the length of their names.
  private final Field[][] byLength = new Field[16][];

  private byte[] bytes = {};

  /// The place of one field's value.
  static final class Field {
    private final byte[] name;
    private int start;
    private int end;

    private Field(String name) {
      this.name = name.getBytes(StandardCharsets.US_ASCII);
    }

    int start() {
      return start;
    }

    int length() {
      return end - start;
    }
  }

  FrameFields() {
    for (int length = 0; length < byLength.length; length++) {
      int letters = length;
      byLength[length] =
          all.stream().filter(field -> field.name.length == letters).toArray(Field[]::new);
    }
  }

  void clear() {
    for (Field field : all) {
      field.start = 0;
      field.end = 0;
    }
  }

  void put(byte[] source, int nameFrom, int nameTo, int valueFrom, int valueTo) {
    bytes = source;
    int length = nameTo - nameFrom;
    if (length >= byLength.length) {
      return;
    }
    for (Field field : byLength[length]) {
      if (Arrays.equals(source, nameFrom, nameTo, field.name, 0, length)) {
        field.start = valueFrom;
        field.end = valueTo;
        return;
      }
    }
  }

  /// {@return the bytes that hold the values}
  byte[] bytes() {
    return bytes;
  }

  boolean is(Field field, byte[] value) {
    return Arrays.equals(bytes, field.start, field.end, value, 0, value.length);
  }

  /// {@return the value as a number; -1 if it is none}
  long number(Field field) {
    long value = 0;
    for (int i = field.start; i < field.end; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return field.length() == 0 ? -1 : value;
  }
}
