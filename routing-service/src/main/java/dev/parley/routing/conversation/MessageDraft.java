package dev.parley.routing.conversation;

import dev.parley.contracts.conversation.Entry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A message as the records of a batch change it.
public final class MessageDraft {
  private final StoredMessage before;
  private final Map<String, Set<String>> reactions = new LinkedHashMap<>();
  private final Map<Reaction, @Nullable Long> reactionChanges = new LinkedHashMap<>();
  private final List<Long> edits = new ArrayList<>();
  private long changed;
  private long textSeq;
  private @Nullable Long editedAt;
  private boolean deleted;
  private boolean pinned;

  /// How somebody reacts.
  ///
  /// @param account handle
  /// @param reaction how
  public record Reaction(String account, String reaction) {}

  /// Begins from what is committed.
  ///
  /// @param before the committed message
  MessageDraft(StoredMessage before) {
    this.before = before;
    this.changed = before.changed();
    this.textSeq = before.textSeq();
    this.editedAt = before.editedAt();
    this.deleted = before.deleted();
    this.pinned = before.pinned();
    before.reactions().forEach((each, accounts) -> reactions.put(each, new HashSet<>(accounts)));
  }

  /// Takes a change.
  ///
  /// @param change an entry whose target is this message
  public void apply(Entry change) {
    changed = change.seq();
    switch (change.kind()) {
      case EDITED -> edit(change);
      case DELETED -> delete();
      case REACTED -> react(change);
      case UNREACTED -> unreact(change);
      case PINNED -> pinned = true;
      case UNPINNED -> pinned = false;
      case MESSAGE, ADDED, JOINED, REMOVED, LEFT, MUTED, UNMUTED -> throw noChange(change);
      case ENCRYPTED, UNENCRYPTED -> throw noChange(change);
      case ADDED_TO, REMOVED_FROM, BLOCKED, UNBLOCKED -> throw noChange(change);
    }
  }

  private void edit(Entry change) {
    editedAt = change.at();
    textSeq = change.seq();
    edits.add(change.seq());
  }

  private void delete() {
    deleted = true;
    pinned = false;
    textSeq = seq();
    reactions.clear();
    reactionChanges.clear();
  }

  private void react(Entry change) {
    String reaction = Objects.requireNonNull(change.text(), "reaction");
    reactions.computeIfAbsent(reaction, _ -> new HashSet<>()).add(change.author());
    reactionChanges.put(new Reaction(change.author(), reaction), change.seq());
  }

  private void unreact(Entry change) {
    String reaction = Objects.requireNonNull(change.text(), "reaction");
    Set<String> accounts = reactions.getOrDefault(reaction, Set.of());
    accounts.remove(change.author());
    if (accounts.isEmpty()) {
      reactions.remove(reaction);
    }
    reactionChanges.put(new Reaction(change.author(), reaction), null);
  }

  private static IllegalArgumentException noChange(Entry entry) {
    return new IllegalArgumentException("no change to a message: " + entry.kind());
  }

  /// {@return seq of the message}
  public long seq() {
    return before.seq();
  }

  /// {@return time of the message, epoch milliseconds}
  public long at() {
    return before.at();
  }

  /// {@return handle of the author}
  public String author() {
    return before.author();
  }

  /// {@return seq of the last change at this point of the log; its own if there was none}
  public long changed() {
    return changed;
  }

  /// {@return seq of the entry that holds what it says at this point of the log}
  public long textSeq() {
    return textSeq;
  }

  /// {@return time of the last edit, epoch milliseconds, or `null` if it was not edited}
  public @Nullable Long editedAt() {
    return editedAt;
  }

  /// {@return id of its file, or `null`}
  public @Nullable String file() {
    return before.file();
  }

  /// {@return whether it was withdrawn}
  public boolean isDeleted() {
    return deleted;
  }

  /// {@return whether it is pinned}
  public boolean isPinned() {
    return pinned;
  }

  /// {@return whether the account reacts so}
  ///
  /// @param account handle
  /// @param reaction how
  public boolean hasReaction(String account, String reaction) {
    return reactions.getOrDefault(reaction, Set.of()).contains(account);
  }

  /// {@return whether anybody reacts so}
  ///
  /// @param reaction how
  public boolean hasReaction(String reaction) {
    return reactions.containsKey(reaction);
  }

  /// {@return number of different reactions}
  public int reactionKinds() {
    return reactions.size();
  }

  /// {@return number of reactions, each account counted for each of its own}
  public int reactionCount() {
    return reactions.values().stream().mapToInt(Set::size).sum();
  }

  /// {@return whether the batch changes it}
  boolean isChanged() {
    return changed != before.changed();
  }

  /// {@return whether the batch withdraws it}
  public boolean isNewlyDeleted() {
    return deleted && !before.deleted();
  }

  /// {@return seqs of the batch's edits}
  public List<Long> edits() {
    return edits;
  }

  /// {@return by reaction the seq of the entry with which it came, or `null` if it went}
  public Map<Reaction, @Nullable Long> reactionChanges() {
    return reactionChanges;
  }
}
