package dev.parley.routing.delivery.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.audit.AuditBatch;
import dev.parley.contracts.codec.Codecs;
import dev.parley.contracts.codec.Decoded;
import dev.parley.contracts.conversation.EntryKind;
import dev.parley.contracts.conversation.Inform;
import dev.parley.contracts.delivery.Done;
import dev.parley.contracts.topic.Topics;
import dev.parley.routing.delivery.LostGateways;
import dev.parley.routing.delivery.Outgoing;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class KafkaPublisherTest {
  private final MockProducer<String, byte[]> producer =
      new MockProducer<>(
          Cluster.empty(), false, null, new StringSerializer(), new ByteArraySerializer());
  private final LostGateways lost = new LostGateways();
  private final AtomicLong nanoTime = new AtomicLong();
  private final KafkaPublisher publisher =
      new KafkaPublisher(
          producer, producer, lost, new MissingTopics(nanoTime::get), new SimpleMeterRegistry());

  @Test
  void writesToTheGatewaysOwnTopic() {
    // When
    CompletableFuture<Void> sent = publisher.toGateway(new Outgoing("g1", new Done(7)));

    // Then
    assertThat(sent).isNotDone();
    producer.completeNext();
    assertThat(sent).isCompleted();
    assertThat(producer.history())
        .singleElement()
        .satisfies(record -> {
          assertThat(record.topic()).isEqualTo(Topics.gateway("g1"));
          assertThat(Codecs.GATEWAY.decode(record.value()))
              .isEqualTo(new Decoded.Known<>(new Done(7)));
        });
  }

  @Test
  void writesAnInboxEntryUnderTheInboxKey() {
    // When
    CompletableFuture<Void> sent =
        publisher.inform(new Inform("!bob", EntryKind.ADDED_TO, "alice", "#x", "p1-1-0"));

    // Then
    producer.completeNext();
    assertThat(sent).isCompleted();
    assertThat(producer.history().getFirst().key()).isEqualTo("!bob");
    assertThat(producer.history().getFirst().topic()).isEqualTo(Topics.CONVERSATIONS);
  }

  @Test
  void hasTheBatchHandledAgainWhileATopicMayComeBack() {
    // When
    CompletableFuture<Void> sent = sendToAMissingTopic();

    // Then
    assertThat(sent).isCompletedExceptionally();
    assertThat(lost.contains("g1")).isFalse();
  }

  @Test
  void takesAGatewayForLostWhoseTopicStaysAway() {
    // Given
    CompletableFuture<Void> first = sendToAMissingTopic();
    nanoTime.addAndGet(MissingTopics.PATIENCE.toNanos());

    // When
    CompletableFuture<Void> second = sendToAMissingTopic();

    // Then
    assertThat(first).isCompletedExceptionally();
    assertThat(second).isCompleted();
    assertThat(lost.contains("g1")).isTrue();
  }

  @Test
  void forgetsThatATopicWasMissingOnceItIsBack() {
    // Given
    CompletableFuture<Void> missing = sendToAMissingTopic();
    CompletableFuture<Void> back = publisher.toGateway(new Outgoing("g1", new Done(1)));
    producer.completeNext();
    nanoTime.addAndGet(MissingTopics.PATIENCE.toNanos());

    // When
    CompletableFuture<Void> missingAgain = sendToAMissingTopic();

    // Then
    assertThat(missing).isCompletedExceptionally();
    assertThat(back).isCompleted();
    assertThat(missingAgain).isCompletedExceptionally();
    assertThat(lost.contains("g1")).isFalse();
  }

  @Test
  void waitsForNoTopicOfAGatewayThatExpiredMeanwhile() {
    // Given
    CompletableFuture<Void> sent = publisher.toGateway(new Outgoing("g1", new Done(1)));
    lost.add("g1");

    // When
    producer.errorNext(new TimeoutException("no metadata", new UnknownTopicOrPartitionException()));

    // Then
    assertThat(sent).isCompleted();
  }

  @Test
  void writesNothingToALostGateway() {
    // Given
    lost.add("g1");

    // When
    CompletableFuture<Void> sent = publisher.toGateway(new Outgoing("g1", new Done(1)));

    // Then
    assertThat(sent).isCompleted();
    assertThat(producer.history()).isEmpty();
  }

  @Test
  void hasTheBatchHandledAgainWhenTheClusterDoesNotAnswer() {
    // Given
    CompletableFuture<Void> sent = publisher.toGateway(new Outgoing("g1", new Done(1)));

    // When
    producer.errorNext(new TimeoutException("expired"));

    // Then
    assertThat(sent).isCompletedExceptionally();
    assertThat(lost.contains("g1")).isFalse();
  }

  @Test
  void givesUpARecordThatIsTooLargeForEver() {
    // Given
    CompletableFuture<Void> sent =
        publisher.audit(new AuditBatch("routing-service", Topics.CONVERSATIONS, 0, List.of()));

    // When
    producer.errorNext(new RecordTooLargeException("too large"));

    // Then
    assertThat(sent).isCompleted();
  }

  private CompletableFuture<Void> sendToAMissingTopic() {
    CompletableFuture<Void> sent = publisher.toGateway(new Outgoing("g1", new Done(1)));
    producer.errorNext(new TimeoutException("no metadata", new UnknownTopicOrPartitionException()));
    return sent;
  }
}
