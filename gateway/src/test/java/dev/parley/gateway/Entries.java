package dev.parley.gateway;

import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.conversation.EntryKind;
import java.util.List;
import java.util.stream.LongStream;

/// Entries with telling names.
public final class Entries {
  private Entries() {}

  public static Entry message(long seq, String author) {
    return message(seq, author, "elsewhere." + seq);
  }

  public static Entry message(long seq, String author, String messageId) {
    return new Entry(seq, 1_000 + seq, EntryKind.MESSAGE, author, messageId, null, "text " + seq);
  }

  public static List<Entry> messages(String author, long from, long to) {
    return LongStream.rangeClosed(from, to).mapToObj(seq -> message(seq, author)).toList();
  }

  public static Entry change(long seq, EntryKind kind, String author, String subject) {
    return new Entry(seq, 1_000 + seq, kind, author, "elsewhere." + seq, subject, null);
  }
}
