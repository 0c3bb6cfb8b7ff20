package dev.parley.contracts.consumer;

import org.apache.kafka.common.TopicPartition;

/// A decoded record and its place in the log.
///
/// @param <T> the records of the topic
/// @param record the record
/// @param source topic and partition
/// @param offset its offset
/// @param at its timestamp, epoch milliseconds: the broker's append time
public record Received<T>(T record, TopicPartition source, long offset, long at) {}
