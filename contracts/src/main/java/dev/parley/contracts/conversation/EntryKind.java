package dev.parley.contracts.conversation;

/// What an entry of a conversation's log is.
///
/// The first thirteen stand in groups and direct conversations, the others in inboxes. The numbers
/// are stored; never reuse one.
public enum EntryKind {
  /// A person's message.
  MESSAGE(1),
  /// A member was added by another.
  ADDED(2),
  /// A member joined an open group.
  JOINED(3),
  /// A member was removed by another.
  REMOVED(4),
  /// A member left.
  LEFT(5),
  /// The target, a message of the author, says something else now.
  EDITED(6),
  /// The target, a message of the author, was withdrawn.
  DELETED(7),
  /// The author reacts to the target.
  REACTED(8),
  /// The author no longer reacts so to the target.
  UNREACTED(9),
  /// The target was pinned.
  PINNED(10),
  /// The target is pinned no longer.
  UNPINNED(11),
  /// A member of a group may not write there for a while, or until it is unmuted.
  MUTED(12),
  /// A member may write again.
  UNMUTED(13),
  /// A direct conversation takes sealed texts only from here on.
  ENCRYPTED(14),
  /// A direct conversation takes clear texts only from here on.
  UNENCRYPTED(15),
  /// Inbox: the owner is now a member of the subject, a conversation.
  ADDED_TO(20),
  /// Inbox: the owner is no longer a member of the subject, a conversation.
  REMOVED_FROM(21),
  /// Inbox: the owner blocks the subject, an account.
  BLOCKED(22),
  /// Inbox: the owner no longer blocks the subject, an account.
  UNBLOCKED(23);

  private final int number;

  EntryKind(int number) {
    this.number = number;
  }

  /// {@return the number under which the kind is stored}
  public int number() {
    return number;
  }

  /// {@return the kind stored under a number}
  ///
  /// @param number as [#number()] gives it
  /// @throws IllegalArgumentException if no kind has it
  public static EntryKind of(int number) {
    for (EntryKind kind : values()) {
      if (kind.number == number) {
        return kind;
      }
    }
    throw new IllegalArgumentException("no entry kind has the number " + number);
  }

  /// {@return whether the entry changes who is a member}
  public boolean isMembershipChange() {
    return number >= ADDED.number && number <= LEFT.number;
  }

  /// {@return whether the entry changes who of the members may write}
  public boolean isMuteChange() {
    return this == MUTED || this == UNMUTED;
  }

  /// {@return whether the entry changes a message, its target}
  public boolean isMessageChange() {
    return number >= EDITED.number && number <= UNPINNED.number;
  }
}
