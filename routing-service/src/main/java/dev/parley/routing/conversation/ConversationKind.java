package dev.parley.routing.conversation;

/// What a conversation is, which decides who may write to it. The numbers are stored; never reuse
/// one.
public enum ConversationKind {
  /// Of two accounts, or of one for notes to itself.
  DIRECT(1),
  /// A group that anyone may join.
  OPEN_GROUP(2),
  /// A group that only its members add to, and that outsiders cannot tell from none.
  CLOSED_GROUP(3),
  /// The group of all accounts.
  LOBBY(4),
  /// What the server tells one account.
  INBOX(5);

  private final int number;

  ConversationKind(int number) {
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
  public static ConversationKind of(int number) {
    for (ConversationKind kind : values()) {
      if (kind.number == number) {
        return kind;
      }
    }
    throw new IllegalArgumentException("no conversation kind has the number " + number);
  }
}
