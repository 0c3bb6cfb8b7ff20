package dev.parley.contracts.consumer;

import dev.parley.contracts.codec.Decoded;
import dev.parley.contracts.codec.RecordCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/// Decodes the records of a poll; skips and counts the unknown, gives up the unreadable.
final class RecordReader<T> {
  private final RecordCodec<T> codec;
  private final DeadLetterPublisher deadLetters;
  private final LongAdder unknownKinds = new LongAdder();

  RecordReader(RecordCodec<T> codec, DeadLetterPublisher deadLetters) {
    this.codec = codec;
    this.deadLetters = deadLetters;
  }

  /// Records in the order they came, and the dead letters that must be acknowledged before the
  /// offsets of this poll are committed.
  record Batch<T>(List<Received<T>> records, List<CompletableFuture<Void>> deadLetters) {}

  Batch<T> read(Iterable<ConsumerRecord<String, byte[]>> polled) {
    Batch<T> batch = new Batch<>(new ArrayList<>(), new ArrayList<>());
    for (ConsumerRecord<String, byte[]> raw : polled) {
      switch (codec.decode(raw.value())) {
        case Decoded.Known<T>(T record) ->
            batch.records.add(
                new Received<>(
                    record,
                    new TopicPartition(raw.topic(), raw.partition()),
                    raw.offset(),
                    raw.timestamp()));
        case Decoded.UnknownKind<T> _ -> unknownKinds.increment();
        case Decoded.Unreadable<T>(String reason) ->
            batch.deadLetters.add(deadLetters.publish(raw, reason));
      }
    }
    return batch;
  }

  long unknownKinds() {
    return unknownKinds.sum();
  }
}
