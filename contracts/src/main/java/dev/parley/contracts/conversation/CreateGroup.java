package dev.parley.contracts.conversation;

import dev.parley.contracts.ReplyTo;
import java.util.List;

/// Asks for a closed group; only its members add to it, and outsiders cannot tell it from one that
/// does not exist. A repeated request with the same id is answered as the first.
///
/// @param conversation id of the group
/// @param by handle of the creator, who becomes a member
/// @param members the other first members; all must exist, or nothing is created
/// @param clientMessageId unique within conversation and creator
/// @param replyTo who waits for the answer
public record CreateGroup(
    String conversation, String by, List<String> members, String clientMessageId, ReplyTo replyTo)
    implements ConversationRecord {}
