package dev.parley.routing.conversation;

import dev.parley.contracts.conversation.ConversationRecord;
import dev.parley.contracts.trace.TraceContext;
import org.jspecify.annotations.Nullable;

/// A record of the log and its place.
///
/// @param record the record
/// @param cause its place
/// @param trace what it follows from, or `null` if nobody follows it; changes nothing that is
///   stored
public record LogRecord(ConversationRecord record, Cause cause, @Nullable TraceContext trace) {

  /// A record that nobody follows.
  ///
  /// @param record the record
  /// @param cause its place
  public LogRecord(ConversationRecord record, Cause cause) {
    this(record, cause, null);
  }
}
