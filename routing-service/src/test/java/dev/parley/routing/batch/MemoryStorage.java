package dev.parley.routing.batch;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.conversation.EntryKind;
import dev.parley.routing.conversation.ConversationKind;
import dev.parley.routing.conversation.ConversationState;
import dev.parley.routing.conversation.Cursors;
import dev.parley.routing.conversation.Draft;
import dev.parley.routing.conversation.EntryKey;
import dev.parley.routing.conversation.MemberChange;
import dev.parley.routing.conversation.MessageDraft;
import dev.parley.routing.conversation.MessageKey;
import dev.parley.routing.conversation.StoredMessage;
import dev.parley.routing.ownership.FenceMove;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A database in memory.
public final class MemoryStorage implements Storage {
  private final Map<Integer, Long> fences = new HashMap<>();
  private final Map<String, Row> conversations = new TreeMap<>();
  private final Set<List<String>> blocks = new HashSet<>();

  private static final class Row {
    private final long id;
    private final ConversationKind kind;
    private final TreeMap<Long, Entry> entries = new TreeMap<>();
    private final Map<Long, StoredMessage> changed = new TreeMap<>();
    private final Map<String, Cursors> members = new TreeMap<>();
    private final Map<String, Long> mutes = new TreeMap<>();
    private @Nullable Boolean encrypted;

    Row(long id, ConversationKind kind) {
      this.id = id;
      this.kind = kind;
    }
  }

  /// A database with nothing but the lobby.
  public MemoryStorage() {
    conversations.put(ConversationId.LOBBY, new Row(1, ConversationKind.LOBBY));
  }

  @Override
  public List<Entry> entries(String conversation) {
    Row row = conversations.get(conversation);
    return row == null ? List.of() : List.copyOf(row.entries.values());
  }

  @Override
  public @Nullable Cursors cursors(String conversation, String account) {
    Row row = conversations.get(conversation);
    return row == null ? null : row.members.get(account);
  }

  @Override
  public long fence(int partition) {
    return fences.getOrDefault(partition, 0L);
  }

  @Override
  public boolean isBlocked(String blocker, String blocked) {
    return blocks.contains(List.of(blocker, blocked));
  }

  @Override
  public Map<Integer, Long> read(Collection<Integer> partitions) {
    return partitions.stream().collect(Collectors.toMap(p -> p, this::fence));
  }

  @Override
  public List<List<Entry>> read(List<Wanted> wanted, int maxEntries, long maxText) {
    return wanted.stream().map(each -> first(each, maxEntries, maxText)).toList();
  }

  private List<Entry> first(Wanted wanted, int maxEntries, long maxText) {
    List<Entry> first = new ArrayList<>();
    long length = 0;
    for (Entry entry : entries(wanted.conversation())) {
      if (entry.seq() > wanted.after() && entry.seq() <= wanted.upTo()) {
        String text = entry.text();
        length += text == null ? 0 : text.length();
        if (first.size() == maxEntries || (length > maxText && !first.isEmpty())) {
          break;
        }
        first.add(entry);
      }
    }
    return first;
  }

  @Override
  public Transaction begin() {
    return new MemoryTransaction();
  }

  private final class MemoryTransaction implements Transaction {
    @Override
    public List<ConversationState> load(Set<String> names) {
      return names.stream()
          .map(name -> state(name, conversations.get(name)))
          .filter(state -> state.exists() || !state.blockers().isEmpty())
          .toList();
    }

    private ConversationState state(String name, @Nullable Row row) {
      Set<String> blockers = blockers(name);
      if (row == null) {
        return new ConversationState(name, 0, null, 0, Set.of(), blockers);
      }
      long last = row.entries.isEmpty() ? 0 : row.entries.lastKey();
      Set<String> members =
          row.kind == ConversationKind.LOBBY ? Set.of() : Set.copyOf(row.members.keySet());
      return new ConversationState(
          name, row.id, row.kind, last, members, blockers, Map.copyOf(row.mutes), row.encrypted);
    }

    private Set<String> blockers(String name) {
      if (!ConversationId.isDirect(name) || name.indexOf('+') < 0) {
        return Set.of();
      }
      return ConversationId.directMembers(name).stream()
          .filter(one -> isBlocked(one, ConversationId.other(name, one)))
          .collect(Collectors.toSet());
    }

    @Override
    public Map<EntryKey, Entry> find(Map<EntryKey, Long> keys) {
      Map<EntryKey, Entry> found = new HashMap<>();
      for (EntryKey key : keys.keySet()) {
        entries(key.conversation()).stream()
            .filter(entry -> entry.author().equals(key.author()))
            .filter(entry -> entry.clientMessageId().equals(key.clientMessageId()))
            .forEach(entry -> found.put(key, entry));
      }
      return found;
    }

    @Override
    public Map<MessageKey, StoredMessage> messages(Map<MessageKey, Long> keys) {
      Map<MessageKey, StoredMessage> found = new HashMap<>();
      for (MessageKey key : keys.keySet()) {
        Row row = conversations.get(key.conversation());
        Entry entry = row == null ? null : row.entries.get(key.seq());
        if (row != null && entry != null && entry.kind() == EntryKind.MESSAGE) {
          found.put(key, row.changed.getOrDefault(key.seq(), StoredMessage.unchanged(entry)));
        }
      }
      return found;
    }

    @Override
    public Map<String, Integer> countGroups(Set<String> accounts) {
      Map<String, Integer> counts = new HashMap<>();
      for (Row row : conversations.values()) {
        if (row.kind == ConversationKind.OPEN_GROUP || row.kind == ConversationKind.CLOSED_GROUP) {
          accounts.stream()
              .filter(row.members::containsKey)
              .forEach(account -> counts.merge(account, 1, Integer::sum));
        }
      }
      return counts;
    }

    @Override
    public CommitResult commit(List<FenceMove> moves, List<Draft> drafts) {
      Set<Integer> lost =
          moves.stream()
              .filter(move -> fence(move.partition()) != move.expected())
              .map(FenceMove::partition)
              .collect(Collectors.toSet());
      if (!lost.isEmpty()) {
        return new CommitResult.FenceLost(lost);
      }
      if (drafts.stream().anyMatch(this::meetsEntry)) {
        return new CommitResult.EntryMet();
      }
      moves.forEach(move -> fences.put(move.partition(), move.next()));
      drafts.forEach(this::write);
      return new CommitResult.Committed();
    }

    private boolean meetsEntry(Draft draft) {
      return draft.appended().stream()
          .anyMatch(entry ->
              entries(draft.name()).stream()
                  .anyMatch(stored ->
                      stored.seq() == entry.seq()
                          || (stored.author().equals(entry.author())
                              && stored.clientMessageId().equals(entry.clientMessageId()))));
    }

    private void write(Draft draft) {
      draft.blockChanges().forEach((account, blocks) -> block(draft, account, blocks));
      ConversationKind kind = draft.kind();
      if (kind == null) {
        return;
      }
      Row row =
          conversations.computeIfAbsent(
              draft.name(), _ -> new Row(conversations.size() + 1L, kind));
      draft.assignId(row.id);
      row.encrypted = draft.encrypted();
      draft.appended().forEach(entry -> row.entries.put(entry.seq(), entry));
      draft.changedMessages().forEach(message -> write(row, message));
      draft.memberChanges().forEach((account, change) -> change(row, account, change));
      draft.mutes().changes().forEach((account, end) -> mute(row, account, end));
      draft
          .cursorMoves()
          .forEach((account, cursors) ->
              row.members.computeIfPresent(account, (_, old) -> old.max(cursors)));
    }

    private void write(Row row, MessageDraft message) {
      Map<String, Set<String>> reactions = new TreeMap<>();
      StoredMessage before = row.changed.get(message.seq());
      if (before != null && !message.isDeleted()) {
        before.reactions().forEach((each, who) -> reactions.put(each, new HashSet<>(who)));
      }
      message
          .reactionChanges()
          .forEach((each, seq) -> {
            Set<String> who = reactions.computeIfAbsent(each.reaction(), _ -> new HashSet<>());
            boolean _ = seq == null ? who.remove(each.account()) : who.add(each.account());
          });
      reactions.values().removeIf(Set::isEmpty);
      row.changed.put(
          message.seq(),
          new StoredMessage(
              message.seq(),
              message.at(),
              message.author(),
              message.changed(),
              message.textSeq(),
              message.editedAt(),
              message.isDeleted(),
              message.isPinned(),
              reactions,
              message.file()));
      if (message.isNewlyDeleted()) {
        row.entries.replaceAll((seq, entry) -> isText(entry, message.seq()) ? bare(entry) : entry);
      }
    }

    private boolean isText(Entry entry, long message) {
      return entry.seq() == message
          || (entry.kind() == EntryKind.EDITED && Long.valueOf(message).equals(entry.target()));
    }

    private Entry bare(Entry entry) {
      return new Entry(
          entry.seq(),
          entry.at(),
          entry.kind(),
          entry.author(),
          entry.clientMessageId(),
          entry.subject(),
          "",
          entry.target());
    }

    private void block(Draft draft, String account, boolean isBlocker) {
      List<String> pair = List.of(account, ConversationId.other(draft.name(), account));
      if (isBlocker) {
        blocks.add(pair);
      } else {
        blocks.remove(pair);
      }
    }

    private void mute(Row row, String account, @Nullable Long end) {
      if (end == null) {
        row.mutes.remove(account);
      } else {
        row.mutes.put(account, end);
      }
    }

    private void change(Row row, String account, MemberChange change) {
      switch (change) {
        case MemberChange.Joined(long seq) -> row.members.put(account, new Cursors(seq, seq));
        case MemberChange.Enrolled(long seq) ->
            row.members.putIfAbsent(account, new Cursors(seq, seq));
        case MemberChange.Gone() -> row.members.remove(account);
      }
    }

    @Override
    public void close() {
      // Nothing is held.
    }
  }
}
