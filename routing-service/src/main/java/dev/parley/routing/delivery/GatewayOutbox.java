package dev.parley.routing.delivery;

import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.delivery.Acknowledged;
import dev.parley.contracts.delivery.ConversationEntries;
import dev.parley.contracts.delivery.Delivered;
import dev.parley.contracts.delivery.GatewayRecord;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Joins what one batch means for one gateway into as few records as their size allows.
public final class GatewayOutbox {
  /// Size at which a record is closed, in characters of text and overhead: about 512 KB on the
  /// wire, and at most three times that, well below the 4 MB which a gateway's topic takes.
  static final int MAX_SIZE = 512 * 1024;

  /// JSON around one entry, with author and client message id.
  private static final int ENTRY_OVERHEAD = 160;

  private static final int ACKNOWLEDGED_SIZE = 50;

  private final @Nullable Long storedAt;
  private final List<GatewayRecord> records = new ArrayList<>();
  private List<ConversationEntries> conversations = new ArrayList<>();
  private List<Acknowledged> acknowledged = new ArrayList<>();
  private int size;

  /// Makes an empty outbox.
  ///
  /// @param storedAt when the batch was committed, epoch milliseconds, or `null` if not known
  public GatewayOutbox(@Nullable Long storedAt) {
    this.storedAt = storedAt;
  }

  /// Adds a record that stands for itself, after everything added before.
  ///
  /// @param record the record
  public void add(GatewayRecord record) {
    close();
    records.add(record);
  }

  /// Adds entries of one conversation. Where their seqs leave something out, a new run begins.
  ///
  /// @param conversation conversation id
  /// @param entries rising in seq
  public void add(String conversation, List<Entry> entries) {
    int start = 0;
    for (int i = 0; i < entries.size(); i++) {
      size += sizeOf(entries.get(i));
      boolean last = i + 1 == entries.size();
      if (last || size >= MAX_SIZE || entries.get(i + 1).seq() != entries.get(i).seq() + 1) {
        conversations.add(new ConversationEntries(conversation, entries.subList(start, i + 1)));
        start = i + 1;
        closeIfFull();
      }
    }
  }

  /// Adds an acknowledgement.
  ///
  /// @param acknowledgement for a sender behind this gateway
  public void add(Acknowledged acknowledgement) {
    acknowledged.add(acknowledgement);
    size += ACKNOWLEDGED_SIZE;
    closeIfFull();
  }

  /// {@return the records, in the order in which they must arrive}
  public List<GatewayRecord> records() {
    close();
    return records;
  }

  private void closeIfFull() {
    if (size >= MAX_SIZE) {
      close();
    }
  }

  private void close() {
    if (size > 0) {
      records.add(new Delivered(conversations, acknowledged, storedAt));
      conversations = new ArrayList<>();
      acknowledged = new ArrayList<>();
      size = 0;
    }
  }

  private static int sizeOf(Entry entry) {
    String text = entry.text();
    return ENTRY_OVERHEAD + (text == null ? 0 : text.length());
  }
}
