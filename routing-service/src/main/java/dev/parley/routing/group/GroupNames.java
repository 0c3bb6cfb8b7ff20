package dev.parley.routing.group;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.Handles;
import dev.parley.routing.conversation.Refusal;
import org.jspecify.annotations.Nullable;

/// Which ids a group may have.
final class GroupNames {
  private GroupNames() {}

  static @Nullable Refusal check(String conversation) {
    boolean valid =
        ConversationId.isGroup(conversation) && Handles.isGroupName(conversation.substring(1));
    return valid
        ? null
        : new Refusal(ErrorCode.BAD_NAME, "a group's name has 1 to 64 characters of a-z 0-9 _ . -");
  }

  static boolean isLobby(String conversation) {
    return conversation.equals(ConversationId.LOBBY);
  }

  static Refusal taken(String conversation) {
    return new Refusal(ErrorCode.GROUP_EXISTS, "the name " + conversation + " is taken");
  }

  static Refusal everybodyBelongs() {
    return Refusal.badCommand("everybody belongs to the lobby, always");
  }
}
