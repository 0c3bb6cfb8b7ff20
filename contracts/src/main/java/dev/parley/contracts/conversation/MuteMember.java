package dev.parley.contracts.conversation;

import dev.parley.contracts.ReplyTo;
import dev.parley.contracts.auth.Role;
import org.jspecify.annotations.Nullable;

/// Asks that a member may read a group and no longer write there.
///
/// @param conversation id of the group
/// @param by handle of who asks: a moderator that is a member, or an administrator
/// @param account handle of the member to mute
/// @param minutes how long from the record's time, 1 to [#MAX_MINUTES]; `null` until it is unmuted
/// @param clientMessageId unique within conversation and `by`
/// @param replyTo who waits for the answer
/// @param role what `by` may do, as its gateway says
public record MuteMember(
    String conversation,
    String by,
    String account,
    @Nullable Integer minutes,
    String clientMessageId,
    ReplyTo replyTo,
    Role role)
    implements ConversationRecord {
  /// The longest time that ends by itself: a year.
  public static final int MAX_MINUTES = 365 * 24 * 60;

  /// Checks the limits stated on the record.
  ///
  /// @throws IllegalArgumentException if one is broken
  public MuteMember {
    if (minutes != null && (minutes < 1 || minutes > MAX_MINUTES)) {
      throw new IllegalArgumentException(
          "minutes must be 1 to %d, got %d".formatted(MAX_MINUTES, minutes));
    }
  }
}
