package dev.parley.routing.conversation;

/// What a batch does to the row of one member.
public sealed interface MemberChange {
  /// The account is a member, from a seq on; what it had before counts no longer.
  ///
  /// @param seq seq of the entry that made it a member; 0 if it was there from the start
  record Joined(long seq) implements MemberChange {}

  /// The account gets its place in the lobby unless it has it already.
  ///
  /// @param seq seq of the last entry before
  record Enrolled(long seq) implements MemberChange {}

  /// The account is no longer a member.
  record Gone() implements MemberChange {}
}
