package dev.parley.contracts.consumer;

import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/// A decoded record and its place in the log.
///
/// @param <T> the records of the topic
/// @param record the record
/// @param source topic and partition
/// @param offset its offset
/// @param at its timestamp, epoch milliseconds: the broker's append time
/// @param headers its headers, see [dev.parley.contracts.trace.TraceHeaders]
public record Received<T>(T record, TopicPartition source, long offset, long at, Headers headers) {

  /// Makes one without headers.
  ///
  /// @param record the record
  /// @param source topic and partition
  /// @param offset its offset
  /// @param at its timestamp, epoch milliseconds
  public Received(T record, TopicPartition source, long offset, long at) {
    this(record, source, offset, at, new RecordHeaders());
  }
}
