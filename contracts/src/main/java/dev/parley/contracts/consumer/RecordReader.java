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

  /// What a poll brought.
  ///
  /// @param records records in the order they came
  /// @param rejected what cannot be read; a handler's poison is added to it
  /// @param unknownKinds number of records of unknown kind
  record Batch<T>(List<Received<T>> records, List<Rejected> rejected, int unknownKinds) {}

  /// A record that belongs in the dead-letter topic.
  record Rejected(ConsumerRecord<String, byte[]> raw, String reason) {}

  /// Decodes; nothing is counted or written yet, since the same records may be polled again.
  Batch<T> read(Iterable<ConsumerRecord<String, byte[]>> polled) {
    List<Received<T>> records = new ArrayList<>();
    List<Rejected> rejected = new ArrayList<>();
    int unknown = 0;
    for (ConsumerRecord<String, byte[]> raw : polled) {
      switch (codec.decode(raw.value())) {
        case Decoded.Known<T>(T record) -> records.add(received(raw, record));
        case Decoded.UnknownKind<T> _ -> unknown++;
        case Decoded.Unreadable<T>(String reason) -> rejected.add(new Rejected(raw, reason));
      }
    }
    return new Batch<>(records, rejected, unknown);
  }

  /// Counts what was skipped and writes the dead letters of a batch whose records were handled.
  ///
  /// @return one for each letter; the offsets of the batch are committed when they are acknowledged
  List<CompletableFuture<Void>> settle(Batch<T> batch) {
    unknownKinds.add(batch.unknownKinds);
    return batch.rejected.stream()
        .map(rejected -> deadLetters.publish(rejected.raw, rejected.reason))
        .toList();
  }

  long unknownKinds() {
    return unknownKinds.sum();
  }

  private Received<T> received(ConsumerRecord<String, byte[]> raw, T record) {
    TopicPartition source = new TopicPartition(raw.topic(), raw.partition());
    return new Received<>(record, source, raw.offset(), raw.timestamp(), raw.headers());
  }
}
