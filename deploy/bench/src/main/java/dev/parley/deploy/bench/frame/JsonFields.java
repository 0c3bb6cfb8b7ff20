package dev.parley.deploy.bench.frame;

import java.io.IOException;

/// Reads the fields of the JSON objects of a frame where they stand, without allocating.
///
/// A frame is one object or an array of them. Values are handed on as they are written: texts
/// without their quotes and with their escapes.
final class JsonFields {

  /// Takes what is read.
  interface Sink {

    /// Takes one field of the present object.
    void onField(byte[] bytes, int nameFrom, int nameTo, int valueFrom, int valueTo);

    /// Tells that the present object is complete.
    void onObjectEnd() throws IOException;
  }

  private final byte[] bytes;
  private final int end;
  private int at;

  private JsonFields(byte[] bytes, int from, int to) {
    this.bytes = bytes;
    this.at = from;
    this.end = to;
  }

  /// Reads a frame.
  ///
  /// @throws IOException if it is no object and no array of objects
  static void read(byte[] bytes, int from, int to, Sink sink) throws IOException {
    JsonFields fields = new JsonFields(bytes, from, to);
    try {
      fields.readFrame(sink);
    } catch (ArrayIndexOutOfBoundsException e) {
      throw new IOException("a frame that ends too early", e);
    }
  }

  private void readFrame(Sink sink) throws IOException {
    if (bytes[at] != '[') {
      readObject(sink);
      return;
    }
    do {
      at++;
      readObject(sink);
    } while (bytes[at] == ',');
    expect(']');
  }

  private void readObject(Sink sink) throws IOException {
    expect('{');
    while (bytes[at] == '"') {
      readField(sink);
      if (bytes[at] == ',') {
        at++;
      }
    }
    expect('}');
    sink.onObjectEnd();
  }

  private void readField(Sink sink) throws IOException {
    int nameFrom = at + 1;
    skipText();
    int nameTo = at - 1;
    expect(':');
    int from = at;
    skipValue();
    boolean text = bytes[from] == '"';
    sink.onField(bytes, nameFrom, nameTo, text ? from + 1 : from, text ? at - 1 : at);
  }

  private void skipValue() {
    switch (bytes[at]) {
      case '"' -> skipText();
      case '{', '[' -> skipNested();
      default -> skipPlain();
    }
  }

  private void skipText() {
    at++;
    while (bytes[at] != '"') {
      at += bytes[at] == '\\' ? 2 : 1;
    }
    at++;
  }

  private void skipNested() {
    int depth = 0;
    do {
      switch (bytes[at]) {
        case '"' -> {
          skipText();
          continue;
        }
        case '{', '[' -> depth++;
        case '}', ']' -> depth--;
        default -> {}
      }
      at++;
    } while (depth > 0);
  }

  private void skipPlain() {
    while (at < end && bytes[at] != ',' && bytes[at] != '}') {
      at++;
    }
  }

  private void expect(char wanted) throws IOException {
    if (at >= end || bytes[at] != wanted) {
      throw new IOException("a frame without " + wanted + " where one belongs");
    }
    at++;
  }
}
