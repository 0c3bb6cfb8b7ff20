package dev.parley.contracts.conversation;

import java.util.List;

/// Ends a gateway's interest in conversations of one partition.
///
/// @param gateway id of the gateway
/// @param conversations their ids
public record Unsubscribe(String gateway, List<String> conversations)
    implements ConversationRecord {}
