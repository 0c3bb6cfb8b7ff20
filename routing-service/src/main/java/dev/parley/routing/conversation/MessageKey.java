package dev.parley.routing.conversation;

/// Which message is meant.
///
/// @param conversation conversation id
/// @param seq seq of the message
public record MessageKey(String conversation, long seq) {}
