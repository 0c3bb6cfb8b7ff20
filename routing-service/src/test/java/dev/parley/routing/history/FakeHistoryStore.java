package dev.parley.routing.history;

import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.conversation.EntryKind;
import dev.parley.contracts.delivery.ConversationSummary;
import dev.parley.contracts.delivery.Edit;
import dev.parley.contracts.delivery.GroupSummary;
import dev.parley.contracts.delivery.MessageState;
import dev.parley.contracts.delivery.MutedMember;
import dev.parley.contracts.query.Range;
import dev.parley.routing.conversation.ConversationKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/// A store whose conversations hold as many messages of bob as a test says, and nothing else.
public final class FakeHistoryStore implements HistoryStore {
  private final Map<String, Access> conversations = new HashMap<>();
  private final Map<String, Long> lengths = new HashMap<>();
  private final List<GroupSummary> own = new ArrayList<>();
  private final List<GroupSummary> open = new ArrayList<>();
  private final Map<String, Entry> files = new HashMap<>();
  private List<MutedMember> muted = List.of();
  private String text = "text";
  private long length = 1_000;

  public FakeHistoryStore withConversation(String name, ConversationKind kind, boolean isMember) {
    conversations.put(name, new Access(conversations.size() + 1L, kind, isMember));
    return this;
  }

  public FakeHistoryStore withMessages(String conversation, long count) {
    lengths.put(conversation, count);
    return this;
  }

  public FakeHistoryStore withMessages(long count) {
    length = count;
    return this;
  }

  public FakeHistoryStore withMuted(MutedMember... members) {
    muted = List.of(members);
    return this;
  }

  public FakeHistoryStore withText(String ofEach) {
    text = ofEach;
    return this;
  }

  public FakeHistoryStore withFile(long conversation, Entry message) {
    files.put(conversation + message.author() + message.clientMessageId(), message);
    return this;
  }

  public FakeHistoryStore withOwnGroup(String name) {
    own.add(new GroupSummary(name, 2));
    return this;
  }

  public FakeHistoryStore withOpenGroup(String name) {
    open.add(new GroupSummary(name, 2));
    return this;
  }

  @Override
  public <T> T inSnapshot(Supplier<T> reads) {
    return reads.get();
  }

  @Override
  public List<ConversationSummary> summaries(String account) {
    return List.of();
  }

  @Override
  public List<String> blockedBy(String account) {
    return List.of();
  }

  @Override
  public boolean isBlocked(String blocker, String blocked) {
    return blocker.equals("bob");
  }

  @Override
  public Optional<Access> access(String conversation, String account) {
    return Optional.ofNullable(conversations.get(conversation));
  }

  @Override
  public Map<String, Unseen> unseen(String account, int limit) {
    return Map.of("#team", new Unseen(3, 1));
  }

  @Override
  public List<ReadMessage> messages(long id, Span span, String account, int limit) {
    return switch (span) {
      case Span.Before(long seq) ->
          LongStream.rangeClosed(1, Math.min(length, seq - 1))
              .mapToObj(this::message)
              .toList()
              .reversed()
              .stream()
              .limit(limit)
              .toList();
      case Span.After(long seq) ->
          LongStream.rangeClosed(seq + 1, length).limit(limit).mapToObj(this::message).toList();
    };
  }

  @Override
  public Map<Position, ReadMessage> messages(List<Position> positions) {
    return positions.stream().collect(Collectors.toMap(each -> each, each -> message(each.seq())));
  }

  @Override
  public List<ReadMessage> pinned(long id, String account, int limit) {
    return List.of(message(7), message(4));
  }

  @Override
  public List<Edit> edits(long id, long message, String account, int limit) {
    return message > length
        ? List.of()
        : List.of(new Edit(message, 1, "before"), new Edit(message + 1, 2, "after"));
  }

  @Override
  public Optional<Entry> message(long id, String author, String clientMessageId) {
    return Optional.ofNullable(files.get(id + author + clientMessageId));
  }

  @Override
  public List<GroupSummary> groupsOf(String account) {
    return own;
  }

  @Override
  public List<GroupSummary> openGroups(int limit) {
    return open.subList(0, Math.min(limit, open.size()));
  }

  @Override
  public List<String> members(long id) {
    return List.of("alice", "bob");
  }

  @Override
  public List<MutedMember> muted(long id, long now) {
    return muted;
  }

  @Override
  public long countBacklog(String account, List<Range> ranges) {
    return ranges.stream()
        .mapToLong(range -> backlog(account, false, range, 1_000_000).size())
        .sum();
  }

  @Override
  public List<Entry> backlog(String account, boolean own, Range range, int limit) {
    long last = Math.min(range.upTo(), lengths.getOrDefault(range.conversation(), 0L));
    return LongStream.rangeClosed(range.after() + 1, last)
        .limit(limit)
        .mapToObj(this::entry)
        .toList();
  }

  /// The fourth message is edited.
  private ReadMessage message(long seq) {
    MessageState edited = new MessageState(4, 9, 2L, false, false, Map.of());
    return new ReadMessage(entry(seq), seq == 4 ? edited : null);
  }

  private Entry entry(long seq) {
    return new Entry(seq, 1, EntryKind.MESSAGE, "bob", "m" + seq, null, text);
  }
}
