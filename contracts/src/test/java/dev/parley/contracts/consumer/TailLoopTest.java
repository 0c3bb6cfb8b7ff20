package dev.parley.contracts.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.codec.Codecs;
import dev.parley.contracts.delivery.GatewayRecord;
import dev.parley.contracts.topic.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class TailLoopTest {

  private static final String TOPIC = Topics.gateway("g1");

  private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("latest");

  @Test
  void waitsForATopicThatTheBrokerDoesNotKnowYet() {
    // Given
    consumer.updatePartitions(TOPIC, List.of());
    try (var loop = loop()) {
      var started = loop.start();
      await()
          .pollDelay(Duration.ofMillis(100))
          .untilAsserted(() -> assertThat(started).isNotDone());

      // When
      Node node = Node.noNode();
      Node[] nodes = {node};
      consumer.updateEndOffsets(Map.of(new TopicPartition(TOPIC, 0), 5L));
      consumer.updatePartitions(TOPIC, List.of(new PartitionInfo(TOPIC, 0, node, nodes, nodes)));

      // Then
      await().untilAsserted(() -> assertThat(started).isCompleted());
      assertThat(consumer.position(new TopicPartition(TOPIC, 0))).isEqualTo(5);
    }
  }

  private TailLoop<GatewayRecord> loop() {
    var producer =
        new MockProducer<String, byte[]>(
            true, null, new StringSerializer(), new ByteArraySerializer());
    return new TailLoop<>(
        TOPIC,
        TailLoop.From.END,
        consumer,
        Codecs.GATEWAY,
        new DeadLetterPublisher(producer),
        _ -> {});
  }
}
