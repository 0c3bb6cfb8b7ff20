package dev.parley.routing.conversation;

/// What an entry is known by before it has a seq; unique.
///
/// @param conversation conversation id
/// @param author handle of who wrote or did it
/// @param clientMessageId chosen by the client, or derived from the cause
public record EntryKey(String conversation, String author, String clientMessageId) {}
