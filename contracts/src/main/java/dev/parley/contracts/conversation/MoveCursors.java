package dev.parley.contracts.conversation;

import java.util.List;

/// Cursors that moved, of conversations of one partition; coalesced by the gateway.
///
/// @param moves at most one for each conversation and account
public record MoveCursors(List<CursorMove> moves) implements ConversationRecord {}
