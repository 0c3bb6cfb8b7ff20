package dev.parley.deploy.local.deadletter;

import dev.parley.contracts.codec.Codecs;
import dev.parley.contracts.codec.DeadLetter;
import dev.parley.contracts.codec.DeadLetterRecord;
import dev.parley.contracts.codec.Decoded;
import dev.parley.contracts.topic.KafkaSettings;
import dev.parley.contracts.topic.Topics;
import dev.parley.deploy.local.console.TroubleException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/// The topic of the dead letters, read from its first record to its present end.
final class LetterTopic {

  private static final TopicPartition PARTITION = new TopicPartition(Topics.DEAD_LETTER, 0);
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final int MAX_RECORDS = 100;

  private final String bootstrapServers;

  LetterTopic(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
  }

  /// Reads all letters.
  ///
  /// @param reader takes each with the time at which it was written, epoch milliseconds
  /// @return how many there are
  /// @throws TroubleException if Kafka does not answer
  int read(BiConsumer<Long, DeadLetter> reader) {
    var settings = new KafkaSettings(Map.of("bootstrap.servers", bootstrapServers));
    try (var consumer = new KafkaConsumer<String, byte[]>(settings.tail(MAX_RECORDS))) {
      return read(consumer, reader);
    } catch (KafkaException e) {
      throw new TroubleException(
          "Kafka does not answer at " + bootstrapServers + ": " + e.getMessage(),
          "see ./parley status");
    }
  }

  static int read(Consumer<String, byte[]> consumer, BiConsumer<Long, DeadLetter> reader) {
    consumer.assign(List.of(PARTITION));
    consumer.seekToBeginning(List.of(PARTITION));
    long end = consumer.endOffsets(List.of(PARTITION), LIMIT).getOrDefault(PARTITION, 0L);
    long deadline = System.nanoTime() + LIMIT.toNanos();
    int count = 0;
    while (consumer.position(PARTITION, LIMIT) < end && System.nanoTime() < deadline) {
      for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
        if (Codecs.DEAD_LETTER.decode(record.value())
            instanceof Decoded.Known<DeadLetterRecord>(DeadLetter letter)) {
          reader.accept(record.timestamp(), letter);
          count++;
        }
      }
    }
    return count;
  }
}
