package dev.parley.contracts.conversation;

import dev.parley.contracts.ReplyTo;
import dev.parley.contracts.auth.Role;
import org.jspecify.annotations.Nullable;

/// Asks to remove a member.
///
/// @param conversation id of the group
/// @param by handle of who removes: a member, or an administrator
/// @param account handle of the member to remove
/// @param clientMessageId unique within conversation and `by`
/// @param replyTo who waits for the answer
/// @param role what `by` may do, as its gateway says; `null` is a member's
public record RemoveMember(
    String conversation,
    String by,
    String account,
    String clientMessageId,
    ReplyTo replyTo,
    @Nullable Role role)
    implements ConversationRecord {
  /// Makes a request of somebody who is no administrator.
  ///
  /// @param conversation id of the group
  /// @param by handle of the member who removes
  /// @param account handle of the member to remove
  /// @param clientMessageId unique within conversation and `by`
  /// @param replyTo who waits for the answer
  public RemoveMember(
      String conversation, String by, String account, String clientMessageId, ReplyTo replyTo) {
    this(conversation, by, account, clientMessageId, replyTo, null);
  }
}
