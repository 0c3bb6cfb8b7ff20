package dev.parley.contracts.consumer;

import dev.parley.contracts.codec.Codecs;
import dev.parley.contracts.codec.DeadLetter;
import dev.parley.contracts.topic.Topics;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/// Writes what cannot be read or handled to `parley.deadletter`. Safe for use by many threads.
public final class DeadLetterPublisher {
  private static final int MAX_KEY_LENGTH = 1_024;
  private static final System.Logger LOG = System.getLogger(DeadLetterPublisher.class.getName());

  private final Producer<String, byte[]> producer;
  private final LongAdder published = new LongAdder();

  /// Uses a producer that the caller closes.
  ///
  /// @param producer where dead letters are written
  public DeadLetterPublisher(Producer<String, byte[]> producer) {
    this.producer = producer;
  }

  /// Writes one dead letter.
  ///
  /// @param record the record as it was read
  /// @param reason one line, free of the record's content
  /// @return completes when the letter is acknowledged
  public CompletableFuture<Void> publish(ConsumerRecord<String, byte[]> record, String reason) {
    LOG.log(
        System.Logger.Level.WARNING,
        "dead letter topic={0} partition={1} offset={2} cause={3}",
        record.topic(),
        record.partition(),
        Long.toString(record.offset()),
        reason);
    published.increment();
    DeadLetter letter = letter(record, reason);
    CompletableFuture<Void> acknowledged = new CompletableFuture<>();
    producer.send(
        new ProducerRecord<>(Topics.DEAD_LETTER, letter.key(), Codecs.DEAD_LETTER.encode(letter)),
        (metadata, failure) -> {
          if (failure == null) {
            acknowledged.complete(null);
          } else {
            acknowledged.completeExceptionally(failure);
          }
        });
    return acknowledged;
  }

  /// A letter that the topic refuses would hold up the partition for ever, so it is made to fit.
  private static DeadLetter letter(ConsumerRecord<String, byte[]> record, String reason) {
    String key = record.key();
    byte[] value = record.value();
    return new DeadLetter(
        record.topic(),
        record.partition(),
        record.offset(),
        key == null || key.length() <= MAX_KEY_LENGTH ? key : key.substring(0, MAX_KEY_LENGTH),
        reason,
        value == null || value.length <= DeadLetter.MAX_VALUE_BYTES
            ? value
            : Arrays.copyOf(value, DeadLetter.MAX_VALUE_BYTES));
  }

  /// {@return number of letters written since the start}
  public long count() {
    return published.sum();
  }
}
