package dev.parley.routing.conversation;

import dev.parley.contracts.conversation.ConversationRecord;

/// A record of the log and its place.
///
/// @param record the record
/// @param cause its place
public record LogRecord(ConversationRecord record, Cause cause) {}
