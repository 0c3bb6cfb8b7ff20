package dev.parley.gateway.door;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.conversation.Entry;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Entries of one conversation on their way to any number of readers.
///
/// In a group all readers get the same bytes, so those are made once for each protocol and shared:
/// this is what makes a message to a thousand members cheap. Safe for use by many event loops.
public final class EntryChunk {
  private final String conversation;
  private final List<Entry> entries;
  private final Set<String> authors;
  private final Set<String> subjects;
  private final boolean files;
  private final Map<EntryEncoder, Encoded> shared = new ConcurrentHashMap<>(2);

  /// The bytes of each entry, and of all of them joined as far as they may travel together.
  @SuppressWarnings("ArrayRecordComponent") // shared and written out, never compared
  private record Encoded(byte[][] each, List<byte[]> joined) {}

  /// Holds entries.
  ///
  /// @param conversation conversation id
  /// @param entries at least one, in order of seq
  public EntryChunk(String conversation, List<Entry> entries) {
    this.conversation = conversation;
    this.entries = entries;
    this.authors =
        entries.size() == 1
            ? Set.of(entries.getFirst().author())
            : entries.stream().map(Entry::author).collect(Collectors.toSet());
    this.subjects =
        entries.stream()
            .map(Entry::subject)
            .filter(Objects::nonNull)
            .collect(Collectors.toUnmodifiableSet());
    this.files = entries.stream().anyMatch(entry -> entry.attachment() != null);
  }

  /// {@return conversation id}
  public String conversation() {
    return conversation;
  }

  /// {@return the entries, in order of seq}
  public List<Entry> entries() {
    return entries;
  }

  /// {@return handles of all who wrote an entry}
  public Set<String> authors() {
    return authors;
  }

  /// {@return handles of all whose membership an entry changes}
  public Set<String> subjects() {
    return subjects;
  }

  /// {@return whether an entry has a file}
  public boolean hasFiles() {
    return files;
  }

  /// {@return seq of the first entry}
  public long first() {
    return entries.getFirst().seq();
  }

  /// {@return seq of the last entry}
  public long last() {
    return entries.getLast().seq();
  }

  /// {@return the entries above a seq; this chunk itself if that is all}
  ///
  /// @param seq a position
  public EntryChunk after(long seq) {
    return seq < first() ? this : part(entries.stream().filter(e -> e.seq() > seq).toList());
  }

  /// {@return the entries below a seq; this chunk itself if that is all}
  ///
  /// @param seq a position
  public EntryChunk before(long seq) {
    return seq > last() ? this : part(entries.stream().filter(e -> e.seq() < seq).toList());
  }

  /// {@return whether there is nothing in it}
  public boolean isEmpty() {
    return entries.isEmpty();
  }

  /// Hands the bytes for one reader to a sink, in order. A piece may hold several entries, joined
  /// by the encoder's separator; pieces may be empty.
  ///
  /// @param encoder the reader's protocol
  /// @param reader who reads
  /// @param sink takes the bytes; they are shared and must not be changed
  public void encode(EntryEncoder encoder, Reader reader, Consumer<byte[]> sink) {
    if (!ConversationId.isGroup(conversation)) {
      encodeForOne(encoder, reader, sink);
      return;
    }
    Encoded encoded = shared.computeIfAbsent(encoder, this::encodeForAll);
    if (reader.seesAllOf(this)) {
      encoded.joined.forEach(sink);
      return;
    }
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      if (reader.sees(this, entry)) {
        boolean own = entry.author().equals(reader.account());
        sink.accept(own ? encoder.encode(conversation, entry, reader.account()) : encoded.each[i]);
      }
    }
  }

  private void encodeForOne(EntryEncoder encoder, Reader reader, Consumer<byte[]> sink) {
    for (Entry entry : entries) {
      if (reader.sees(this, entry)) {
        sink.accept(encoder.encode(conversation, entry, reader.account()));
      }
    }
  }

  private Encoded encodeForAll(EntryEncoder encoder) {
    byte[][] each = new byte[entries.size()][];
    for (int i = 0; i < each.length; i++) {
      each[i] = encoder.encode(conversation, entries.get(i), "");
    }
    return new Encoded(each, join(encoder, each));
  }

  private static List<byte[]> join(EntryEncoder encoder, byte[][] each) {
    byte[] separator = encoder.separator();
    List<byte[]> joined = new ArrayList<>(1);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte[] entry : each) {
      boolean fits = bytes.size() + separator.length + entry.length <= encoder.maxJoined();
      if (bytes.size() > 0 && entry.length > 0) {
        if (fits) {
          bytes.writeBytes(separator);
        } else {
          joined.add(bytes.toByteArray());
          bytes.reset();
        }
      }
      bytes.writeBytes(entry);
    }
    joined.add(bytes.toByteArray());
    return joined;
  }

  private EntryChunk part(List<Entry> some) {
    return some.isEmpty() ? new EntryChunk(conversation) : new EntryChunk(conversation, some);
  }

  private EntryChunk(String conversation) {
    this.conversation = conversation;
    this.entries = List.of();
    this.authors = Set.of();
    this.subjects = Set.of();
    this.files = false;
  }
}
