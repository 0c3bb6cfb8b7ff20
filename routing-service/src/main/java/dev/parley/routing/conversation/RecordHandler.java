package dev.parley.routing.conversation;

import dev.parley.contracts.conversation.ConversationRecord;

/// Applies the records of one kind. Runs on the thread of the batches; waits for nothing.
///
/// @param <R> the kind
public interface RecordHandler<R extends ConversationRecord> {
  /// {@return the kind of record that is handled}
  Class<R> kind();

  /// Tells what must be known before the record can be applied.
  ///
  /// @param record the record
  /// @param needs where that is gathered
  void needs(R record, Needs needs);

  /// Applies the record at its point of the log. Nothing but the drafts and the effects may change:
  /// the batch may be tried again.
  ///
  /// @param record the record
  /// @param step what it may ask, change and cause
  /// @throws RuntimeException if the record is one that no client can cause; it is then set aside
  void apply(R record, Step step);

  /// Causes the effects of a record again that was applied and committed before. Nothing is
  /// changed.
  ///
  /// @param record the record
  /// @param step what it may ask and cause
  void repeat(R record, Step step);
}
