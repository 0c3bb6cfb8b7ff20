package dev.parley.contracts.conversation;

import dev.parley.contracts.ReplyTo;
import org.jspecify.annotations.Nullable;

/// Gives an account its place in the lobby: from here on broadcasts are kept for it. Makes no
/// entry; repeated, it changes nothing. The key is `#lobby`.
///
/// @param account handle, lower case
/// @param replyTo who waits, or `null` if nobody does
public record Enroll(String account, @Nullable ReplyTo replyTo) implements ConversationRecord {}
