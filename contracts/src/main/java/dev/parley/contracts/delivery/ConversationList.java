package dev.parley.contracts.delivery;

import java.util.List;

/// Answers `ListConversations`: one consistent picture. The inbox is always listed, the lobby if
/// the account has its place there.
///
/// @param request number of the request
/// @param conversations the account's conversations
/// @param blocked handles of those whom the account blocks
public record ConversationList(
    long request, List<ConversationSummary> conversations, List<String> blocked) implements Reply {}
