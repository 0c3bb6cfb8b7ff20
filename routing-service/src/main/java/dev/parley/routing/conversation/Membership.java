package dev.parley.routing.conversation;

import org.jspecify.annotations.Nullable;

/// Whether an account is a member of a group, and what it may know if it is not.
public final class Membership {
  private Membership() {}

  /// {@return why the account may not act as a member, or `null` if it may}
  ///
  /// @param group a group, which may not exist
  /// @param account handle
  public static @Nullable Refusal check(Draft group, String account) {
    if (group.isMember(account)) {
      return null;
    }
    return group.kind() == ConversationKind.OPEN_GROUP
        ? Refusal.notMember(group.name())
        : Refusal.noSuchGroup(group.name());
  }
}
