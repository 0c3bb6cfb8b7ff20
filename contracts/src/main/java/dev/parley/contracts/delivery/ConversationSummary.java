package dev.parley.contracts.delivery;

/// A conversation as one of its members sees it.
///
/// @param conversation conversation id
/// @param head seq of its last entry
/// @param given highest seq that the member has shown to have received
/// @param read highest seq that the member has seen
/// @param members number of its members; 0 for the lobby, to which all belong
public record ConversationSummary(
    String conversation, long head, long given, long read, int members) {}
