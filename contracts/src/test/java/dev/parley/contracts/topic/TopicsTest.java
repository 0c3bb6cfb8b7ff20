package dev.parley.contracts.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicsTest {
  @Test
  void choosesThePartitionThatKafkaChooses() {
    // Given
    Random random = new Random(20_250_607);
    for (int round = 0; round < 5_000; round++) {
      String key = anyKey(random);
      int partitions = 1 + random.nextInt(1_000);

      // When
      int chosen = Topics.partitionOf(key, partitions);

      // Then
      byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
      assertThat(chosen).isEqualTo(BuiltInPartitioner.partitionForKey(bytes, partitions));
    }
  }

  /// Pinned, because where a conversation lies must not change with a version of Kafka's client.
  @ParameterizedTest
  @CsvSource({"#lobby, 2", "@alice+bob, 2", "!alice, 5", "#team, 3"})
  void keepsAKeyWhereItIs(String key, int partition) {
    assertThat(Topics.partitionOf(key, 6)).isEqualTo(partition);
  }

  @Test
  void namesTheTopicOfAGateway() {
    assertThat(Topics.gateway("gw-1")).isEqualTo("parley.gateway.gw-1");
  }

  private static String anyKey(Random random) {
    return random
        .ints(random.nextInt(1, 40), 0x20, 0xd7ff)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
