package dev.parley.contracts.conversation;

import dev.parley.contracts.ReplyTo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Cursors that moved, of conversations of one partition; coalesced by the gateway.
///
/// @param moves at most one for each conversation and account
/// @param replyTo who waits until they are stored, such as a session that ends, so that the next
///   login is not given the same mail again; or `null` if nobody does
public record MoveCursors(List<CursorMove> moves, @Nullable ReplyTo replyTo)
    implements ConversationRecord {}
