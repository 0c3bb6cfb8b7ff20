package dev.parley.auth.kafka;

import dev.parley.contracts.codec.Decoded;
import dev.parley.contracts.codec.RecordCodec;
import dev.parley.contracts.topic.KafkaSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/// Reads all that is in a topic now.
final class TopicContents {
  private final KafkaSettings settings;

  TopicContents(KafkaSettings settings) {
    this.settings = settings;
  }

  List<String> topics() {
    try (Consumer<String, byte[]> consumer = new KafkaConsumer<>(settings.tail(500))) {
      return List.copyOf(consumer.listTopics().keySet());
    }
  }

  List<ConsumerRecord<String, byte[]>> raw(String topic) {
    List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    try (Consumer<String, byte[]> consumer = new KafkaConsumer<>(settings.tail(500))) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      var ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
    }
    return records;
  }

  <T> Stream<T> of(String topic, RecordCodec<T> codec) {
    return raw(topic).stream()
        .map(record -> codec.decode(record.value()))
        .flatMap(decoded ->
            decoded instanceof Decoded.Known<T>(T record) ? Stream.of(record) : Stream.empty());
  }
}
