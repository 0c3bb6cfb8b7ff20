package dev.parley.routing.group;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.auth.Role;
import dev.parley.routing.conversation.Draft;
import dev.parley.routing.conversation.Membership;
import dev.parley.routing.conversation.Muting;
import dev.parley.routing.conversation.Refusal;
import dev.parley.routing.conversation.Step;
import org.jspecify.annotations.Nullable;

/// Who moderates a group: administrators every one, moderators those that they are a member of and
/// not muted in. The lobby is everybody's.
final class Moderation {
  private Moderation() {}

  /// {@return why the account does not moderate there, or `null` if it does}
  static @Nullable Refusal check(Draft group, String account, Role role, Step step) {
    if (isFromAbove(role, group)) {
      return null;
    }
    Refusal membership = membership(group, account, step);
    if (membership != null) {
      return membership;
    }
    return role == Role.MODERATOR
        ? Muting.check(account, group, step)
        : new Refusal(ErrorCode.NOT_ALLOWED, "only a moderator or an administrator may do that");
  }

  /// {@return whether it is an administrator's word, who needs no membership}
  static boolean isFromAbove(@Nullable Role role, Draft group) {
    return role == Role.ADMIN && group.exists() && ConversationId.isGroup(group.name());
  }

  /// {@return whether the account belongs to the group}
  static boolean isMember(Draft group, String account, Step step) {
    return GroupNames.isLobby(group.name()) ? step.exists(account) : group.isMember(account);
  }

  /// {@return a refusal because somebody named does not belong to the group}
  static Refusal noSuchMember(Draft group, String account) {
    return new Refusal(
        ErrorCode.NO_SUCH_USER, "%s is not a member of %s".formatted(account, group.name()));
  }

  private static @Nullable Refusal membership(Draft group, String account, Step step) {
    if (GroupNames.isLobby(group.name())) {
      return step.exists(account) ? null : Refusal.noSuchUser(account);
    }
    return Membership.check(group, account);
  }
}
