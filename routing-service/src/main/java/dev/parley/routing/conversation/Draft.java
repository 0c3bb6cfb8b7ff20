package dev.parley.routing.conversation;

import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.conversation.EntryKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A conversation as the records of a batch change it. Becomes the committed state with the commit,
/// and is thrown away without one.
public final class Draft {
  private final ConversationState before;
  private final int partition;
  private long id;
  private @Nullable ConversationKind kind;
  private long createdAt;
  private long lastSeq;
  private Set<String> members;
  private boolean ownsMembers;
  private Set<String> blockers;
  private final Mutes mutes;
  private @Nullable Boolean encrypted;
  private final List<Entry> appended = new ArrayList<>();
  private final Map<Long, MessageDraft> messages = new HashMap<>(0);
  private final Map<String, MemberChange> memberChanges = new LinkedHashMap<>();
  private final Map<String, Cursors> cursorMoves = new LinkedHashMap<>();
  private final Map<String, Boolean> blockChanges = new LinkedHashMap<>();

  /// Begins from what is committed.
  ///
  /// @param before the committed state
  /// @param partition partition in which the conversation lives
  public Draft(ConversationState before, int partition) {
    this.before = before;
    this.partition = partition;
    this.id = before.id();
    this.kind = before.kind();
    this.lastSeq = before.lastSeq();
    this.members = before.members();
    this.blockers = before.blockers();
    this.mutes = new Mutes(before.mutes());
    this.encrypted = before.encrypted();
  }

  /// {@return conversation id}
  public String name() {
    return before.name();
  }

  /// {@return partition in which the conversation lives}
  public int partition() {
    return partition;
  }

  /// {@return whether the conversation exists at this point of the log}
  public boolean exists() {
    return kind != null;
  }

  /// {@return what it is, or `null` while it does not exist}
  public @Nullable ConversationKind kind() {
    return kind;
  }

  /// {@return seq of the last entry at this point of the log}
  public long lastSeq() {
    return lastSeq;
  }

  /// {@return members at this point of the log; not to be changed}
  public Set<String> members() {
    return Collections.unmodifiableSet(members);
  }

  /// {@return whether the account is a member at this point of the log}
  ///
  /// @param account handle
  public boolean isMember(String account) {
    return members.contains(account);
  }

  /// {@return whether one of the two of a direct conversation blocks the other}
  ///
  /// @param account handle of who may have blocked
  public boolean isBlocker(String account) {
    return blockers.contains(account);
  }

  /// {@return who may not write at this point of the log}
  public Mutes mutes() {
    return mutes;
  }

  /// Makes the conversation.
  ///
  /// @param newKind what it is
  /// @param at timestamp of the cause, epoch milliseconds
  public void create(ConversationKind newKind, long at) {
    kind = newKind;
    createdAt = at;
  }

  /// Takes the next seq for an entry.
  ///
  /// @param entry an entry whose seq is `lastSeq() + 1`
  void append(Entry entry) {
    lastSeq = entry.seq();
    appended.add(entry);
  }

  /// Takes a message that was read.
  ///
  /// @param message a committed message of this conversation
  public void load(StoredMessage message) {
    messages.put(message.seq(), new MessageDraft(message));
  }

  /// {@return a message that the record needs, at this point of the log, or `null` if there is
  /// none}
  ///
  /// @param seq its seq
  public @Nullable MessageDraft message(long seq) {
    MessageDraft loaded = messages.get(seq);
    return loaded != null ? loaded : appendedMessage(seq);
  }

  private @Nullable MessageDraft appendedMessage(long seq) {
    for (Entry entry : appended) {
      if (entry.seq() == seq && entry.kind() == EntryKind.MESSAGE) {
        MessageDraft message = new MessageDraft(StoredMessage.unchanged(entry));
        messages.put(seq, message);
        return message;
      }
    }
    return null;
  }

  /// Makes an account a member.
  ///
  /// @param account handle
  /// @param seq seq of the entry that made it a member; 0 if it was there from the start
  public void addMember(String account, long seq) {
    ownMembers().add(account);
    memberChanges.put(account, new MemberChange.Joined(seq));
  }

  /// Takes an account from the members.
  ///
  /// @param account handle
  public void removeMember(String account) {
    ownMembers().remove(account);
    memberChanges.put(account, new MemberChange.Gone());
  }

  /// Gives an account its place in the lobby, unless it has it.
  ///
  /// @param account handle
  public void enroll(String account) {
    memberChanges.putIfAbsent(account, new MemberChange.Enrolled(lastSeq));
  }

  /// Moves a member's cursors forward, at most to the last entry.
  ///
  /// @param account handle; nothing happens if it has no place in the conversation
  /// @param cursors where to
  public void moveCursors(String account, Cursors cursors) {
    Cursors bounded =
        new Cursors(Math.min(cursors.given(), lastSeq), Math.min(cursors.read(), lastSeq));
    cursorMoves.merge(account, bounded, Cursors::max);
  }

  /// Sets whether one of the two of a direct conversation blocks the other.
  ///
  /// @param account handle of who blocks, or does no longer
  /// @param blocks whether it does
  public void setBlocker(String account, boolean blocks) {
    if (blockChanges.isEmpty()) {
      blockers = new HashSet<>(blockers);
    }
    if (blocks) {
      blockers.add(account);
    } else {
      blockers.remove(account);
    }
    blockChanges.put(account, blocks);
  }

  /// {@return whether it takes sealed texts only, or `null` if nobody ever said}
  public @Nullable Boolean encrypted() {
    return encrypted;
  }

  /// Says what texts it takes; an entry tells of it.
  ///
  /// @param isEncrypted whether sealed ones only
  public void setEncrypted(boolean isEncrypted) {
    encrypted = isEncrypted;
  }

  /// {@return whether the batch changes what texts it takes}
  public boolean isEncryptionChanged() {
    return !Objects.equals(encrypted, before.encrypted());
  }

  /// {@return whether the batch changes anything that is stored}
  public boolean isChanged() {
    return !appended.isEmpty()
        || !memberChanges.isEmpty()
        || !cursorMoves.isEmpty()
        || !blockChanges.isEmpty()
        || !mutes.changes().isEmpty();
  }

  /// {@return whether the conversation is to be made}
  public boolean isNew() {
    return !before.exists() && exists();
  }

  /// {@return timestamp of what made the conversation, epoch milliseconds; 0 if it is not new}
  public long createdAt() {
    return createdAt;
  }

  /// {@return number in the database; 0 until it is assigned}
  public long id() {
    return id;
  }

  /// Tells the number that the database gave to a new conversation.
  ///
  /// @param assigned the number
  public void assignId(long assigned) {
    id = assigned;
  }

  /// {@return new entries in order of seq}
  public List<Entry> appended() {
    return appended;
  }

  /// {@return messages that the batch changes}
  public List<MessageDraft> changedMessages() {
    return messages.isEmpty()
        ? List.of()
        : messages.values().stream().filter(MessageDraft::isChanged).toList();
  }

  /// {@return what happens to members' rows, by account}
  public Map<String, MemberChange> memberChanges() {
    return memberChanges;
  }

  /// {@return cursors that move, by account}
  public Map<String, Cursors> cursorMoves() {
    return cursorMoves;
  }

  /// {@return by account whether it now blocks the other of the two}
  public Map<String, Boolean> blockChanges() {
    return blockChanges;
  }

  /// {@return the state that is committed}
  public ConversationState committed() {
    return new ConversationState(
        name(), id, kind, lastSeq, members, blockers, mutes.committed(), encrypted);
  }

  private Set<String> ownMembers() {
    if (!ownsMembers) {
      members = new HashSet<>(members);
      ownsMembers = true;
    }
    return members;
  }
}
