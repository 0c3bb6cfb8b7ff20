package dev.parley.contracts.conversation;

import dev.parley.contracts.ReplyTo;
import java.util.List;

/// Asks to add members; each one that was not a member yet becomes an entry.
///
/// @param conversation id of the group
/// @param by handle of the member who adds
/// @param accounts handles to add; all must exist, or none is added
/// @param clientMessageId unique within conversation and `by`
/// @param replyTo who waits for the answer
public record AddMembers(
    String conversation, String by, List<String> accounts, String clientMessageId, ReplyTo replyTo)
    implements ConversationRecord {}
