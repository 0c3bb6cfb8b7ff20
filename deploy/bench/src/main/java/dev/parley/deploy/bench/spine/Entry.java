package dev.parley.deploy.bench.spine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A stored message on its way back to the door.
///
/// @param conversation `@alice+bob` or `#name`
/// @param seq position in the conversation
/// @param at epoch milliseconds
/// @param author handle
/// @param text as it came, still escaped
@SuppressWarnings("ArrayRecordComponent") // written and read once, never compared
record Entry(String conversation, long seq, long at, String author, byte[] text) {

  private static final int FIXED = 2 * Long.BYTES + 3 * Short.BYTES;

  /// {@return the entries as the value of one record}
  static byte[] encode(List<Entry> entries) {
    ByteBuffer bytes = ByteBuffer.allocate(entries.stream().mapToInt(Entry::size).sum());
    entries.forEach(entry -> entry.put(bytes));
    return bytes.array();
  }

  /// {@return the entries of a record}
  static List<Entry> decode(byte[] value) {
    ByteBuffer bytes = ByteBuffer.wrap(value);
    List<Entry> entries = new ArrayList<>(value.length / 128 + 1);
    while (bytes.hasRemaining()) {
      long seq = bytes.getLong();
      long at = bytes.getLong();
      entries.add(new Entry(text(bytes), seq, at, text(bytes), bytes(bytes)));
    }
    return entries;
  }

  private int size() {
    // Names are ASCII.
    return FIXED + conversation.length() + author.length() + text.length;
  }

  private void put(ByteBuffer bytes) {
    bytes.putLong(seq).putLong(at);
    put(bytes, conversation.getBytes(StandardCharsets.US_ASCII));
    put(bytes, author.getBytes(StandardCharsets.US_ASCII));
    put(bytes, text);
  }

  private static void put(ByteBuffer bytes, byte[] part) {
    bytes.putShort((short) part.length).put(part);
  }

  private static String text(ByteBuffer bytes) {
    return new String(bytes(bytes), StandardCharsets.US_ASCII);
  }

  private static byte[] bytes(ByteBuffer bytes) {
    byte[] part = new byte[bytes.getShort()];
    bytes.get(part);
    return part;
  }
}
