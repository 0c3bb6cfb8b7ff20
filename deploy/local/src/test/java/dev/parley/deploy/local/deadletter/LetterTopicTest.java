package dev.parley.deploy.local.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.codec.Codecs;
import dev.parley.contracts.codec.DeadLetter;
import dev.parley.contracts.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class LetterTopicTest {

  private static final TopicPartition PARTITION = new TopicPartition(Topics.DEAD_LETTER, 0);

  @Test
  void readsEveryLetterUpToThePresentEnd() {
    // Given
    var consumer = new MockConsumer<String, byte[]>("earliest");
    consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
    consumer.updateEndOffsets(Map.of(PARTITION, 3L));
    arrives(consumer, 0, Codecs.DEAD_LETTER.encode(letter(7)));
    arrives(consumer, 1, "no letter".getBytes(StandardCharsets.UTF_8));
    arrives(consumer, 2, Codecs.DEAD_LETTER.encode(letter(9)));
    List<Long> offsets = new ArrayList<>();

    // When
    int count = LetterTopic.read(consumer, (_, letter) -> offsets.add(letter.offset()));

    // Then
    assertThat(count).isEqualTo(2);
    assertThat(offsets).containsExactly(7L, 9L);
  }

  @Test
  void printsNothingThatDrivesATerminal() {
    assertThat(DeadLettersCommand.printable("a\u001b[2J\u202eb\n")).isEqualTo("a?[2J?b?");
  }

  private static DeadLetter letter(long offset) {
    return new DeadLetter(Topics.CONVERSATIONS, 0, offset, "#team", "a reason", new byte[0]);
  }

  private static void arrives(MockConsumer<String, byte[]> consumer, long offset, byte[] value) {
    consumer.schedulePollTask(() ->
        consumer.addRecord(new ConsumerRecord<>(Topics.DEAD_LETTER, 0, offset, "#team", value)));
  }
}
