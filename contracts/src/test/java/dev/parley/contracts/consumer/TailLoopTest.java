package dev.parley.contracts.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.auth.AccountRecord;
import dev.parley.contracts.codec.Codecs;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.DisconnectException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TailLoopTest {
  private final LoopFixture topic = new LoopFixture(2);
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private TailLoop<AccountRecord> loop = loop(TailLoop.From.BEGINNING);

  @AfterEach
  void close() {
    loop.close();
  }

  @Test
  void handsOverEverythingFromTheBeginning() {
    // Given
    topic.consumer.announceTopic();
    topic.write(0, "alice", "bob");
    topic.write(1, "carol");

    // When
    loop.start();

    // Then
    await()
        .untilAsserted(() ->
            assertThat(heard)
                .containsExactlyInAnyOrder("alice", "bob", "carol")
                .containsSubsequence("alice", "bob"));
  }

  @Test
  void handsOverOnlyWhatIsWrittenAfterItsStart() {
    // Given
    topic.consumer.announceTopic();
    topic.write(0, "alice", "bob");
    loop = loop(TailLoop.From.END);

    // When
    loop.start().join();
    topic.write(0, "carol");
    topic.write(1, "dave");

    // Then
    await().untilAsserted(() -> assertThat(heard).containsExactlyInAnyOrder("carol", "dave"));
  }

  @ParameterizedTest
  @EnumSource
  void waitsForATopicThatTheBrokerDoesNotKnowYet(TailLoop.From from) {
    // Given
    loop = loop(from);
    CompletableFuture<Void> started = loop.start();
    await().pollDelay(Duration.ofMillis(100)).untilAsserted(() -> assertThat(started).isNotDone());

    // When
    topic.consumer.announceTopic();

    // Then
    assertThat(started).succeedsWithin(Duration.ofSeconds(10));
    topic.write(0, "alice");
    await().untilAsserted(() -> assertThat(heard).containsExactly("alice"));
  }

  @Test
  void commitsNothing() {
    // Given
    topic.consumer.announceTopic();
    topic.write(0, "alice");

    // When
    loop.start();
    await().untilAsserted(() -> assertThat(heard).containsExactly("alice"));
    loop.close();

    // Then
    assertThat(topic.consumer.commits()).isEmpty();
  }

  @Test
  void hasCaughtUpWhenEverythingPresentWasHandedOver() {
    // Given
    topic.consumer.oneByOne().announceTopic();
    topic.write(0, "alice", "bob", "carol");
    topic.write(1, "dave");
    loop.start();

    // When
    CompletableFuture<List<String>> heardByThen =
        loop.caughtUp().thenApply(_ -> List.copyOf(heard));

    // Then
    assertThat(heardByThen)
        .succeedsWithin(Duration.ofSeconds(10))
        .asInstanceOf(LIST)
        .containsExactlyInAnyOrder("alice", "bob", "carol", "dave");
  }

  @Test
  void hasCaughtUpWithAnEmptyTopic() {
    // Given
    topic.consumer.announceTopic();

    // When
    loop.start();

    // Then
    assertThat(loop.caughtUp()).succeedsWithin(Duration.ofSeconds(10));
  }

  @Test
  void hasCaughtUpAlthoughAListenerFailedOnTheWay() {
    // Given
    topic.consumer.oneByOne().announceTopic();
    topic.write(0, "alice", "mallory", "bob", "kafka", "carol");

    // When
    loop.start();

    // Then
    assertThat(loop.caughtUp()).succeedsWithin(Duration.ofSeconds(10));
    assertThat(heard).containsExactly("alice", "bob", "carol");
    assertThat(loop.isAlive()).isTrue();
  }

  @Test
  void setsAnUnreadableRecordAsideAndCountsAnUnknownOne() {
    // Given
    topic.consumer.announceTopic();
    topic.write(0, "alice");
    topic.writeRaw(0, "mallory", "no record");
    topic.writeRaw(0, "x", "{\"v\":1,\"kind\":\"Tomorrow\",\"body\":{}}");
    topic.write(0, "bob");

    // When
    loop.start();

    // Then
    await().untilAsserted(() -> assertThat(heard).containsExactly("alice", "bob"));
    assertThat(loop.unknownKinds()).isEqualTo(1);
    assertThat(topic.letters())
        .singleElement()
        .satisfies(letter -> {
          assertThat(letter.offset()).isEqualTo(1);
          assertThat(letter.key()).isEqualTo("mallory");
        });
  }

  @Test
  void goesOnAfterAPollThatFailed() {
    // Given
    topic.consumer.announceTopic();
    topic.write(0, "alice");
    topic.consumer.setPollException(new DisconnectException("broker away"));

    // When
    loop.start();

    // Then
    await().untilAsserted(() -> assertThat(heard).containsExactly("alice"));
  }

  @Test
  void closesItsConsumer() {
    // Given
    topic.consumer.announceTopic();
    loop.start().join();

    // When
    loop.close();

    // Then
    assertThat(topic.consumer.closed()).isTrue();
    assertThat(loop.isAlive()).isFalse();
  }

  @Test
  void closesItsConsumerAlthoughItWasNeverStarted() {
    // When
    loop.close();

    // Then
    assertThat(topic.consumer.closed()).isTrue();
    assertThat(loop.caughtUp()).isCancelled();
  }

  @Test
  void leavesNobodyWaitingWhenItIsClosed() {
    // Given
    CompletableFuture<Void> started = loop.start();
    CompletableFuture<Void> caughtUp = loop.caughtUp();

    // When
    loop.close();

    // Then
    assertThat(started).isCancelled();
    assertThat(caughtUp).isCancelled();
    assertThat(loop.caughtUp()).isCancelled();
  }

  @Test
  void leavesNobodyWaitingWhenItsConsumerIsBroken() {
    // Given
    topic.consumer.announceTopic();
    topic.consumer.schedulePollTask(() -> {
      throw new IllegalStateException("broken");
    });

    // When
    loop.start();

    // Then
    await().untilAsserted(() -> assertThat(loop.isAlive()).isFalse());
    assertThat(loop.caughtUp()).isCancelled();
  }

  private TailLoop<AccountRecord> loop(TailLoop.From from) {
    return new TailLoop<>(
        LogConsumer.TOPIC, from, topic.consumer, Codecs.ACCOUNTS, topic.deadLetters, this::hear);
  }

  private void hear(List<Received<AccountRecord>> batch) {
    for (Received<AccountRecord> each : batch) {
      switch (each.record().account()) {
        case "mallory" -> throw new IllegalArgumentException("refused");
        case "kafka" -> throw new KafkaException("thrown by the feature, not by the poll");
        default -> heard.add(each.record().account());
      }
    }
  }
}
