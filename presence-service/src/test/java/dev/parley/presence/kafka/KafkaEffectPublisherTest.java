package dev.parley.presence.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.ReplyTo;
import dev.parley.contracts.audit.AuditAction;
import dev.parley.contracts.audit.AuditBatch;
import dev.parley.contracts.audit.AuditEvent;
import dev.parley.contracts.codec.Codecs;
import dev.parley.contracts.codec.Decoded;
import dev.parley.contracts.delivery.Done;
import dev.parley.contracts.presence.Came;
import dev.parley.contracts.presence.GatewayExpired;
import dev.parley.contracts.presence.Went;
import dev.parley.contracts.topic.Topics;
import dev.parley.presence.effect.Cause;
import dev.parley.presence.effect.Effects;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class KafkaEffectPublisherTest {

  private final MockProducer<String, byte[]> producer =
      new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());
  private final KafkaEffectPublisher publisher =
      new KafkaEffectPublisher(producer, _ -> Set.of("gone"));
  private final Effects effects = new Effects();

  @Test
  void completesWhenAllIsAcknowledged() {
    // Given
    effects.reply(new ReplyTo("g1", 1), new Done(1));
    effects.reply(new ReplyTo("g1", 2), new Done(2));

    // When
    CompletableFuture<Void> published = publisher.publish(effects);
    producer.completeNext();
    boolean early = published.isDone();
    producer.completeNext();

    // Then
    assertThat(early).isFalse();
    assertThat(published).isCompleted();
    assertThat(producer.history())
        .extracting(ProducerRecord::topic)
        .containsOnly("parley.gateway.g1");
  }

  @Test
  void failsIfOneIsNotAcknowledged() {
    // Given
    effects.reply(new ReplyTo("g1", 1), new Done(1));
    effects.reply(new ReplyTo("g1", 2), new Done(2));

    // When
    CompletableFuture<Void> published = publisher.publish(effects);
    producer.errorNext(new TimeoutException("on purpose"));
    producer.completeNext();

    // Then
    assertThat(published).isCompletedExceptionally();
  }

  @Test
  void dropsWhatIsForAGatewayThatIsGone() {
    // Given
    effects.reply(new ReplyTo("gone", 1), new Done(1));
    effects.reply(new ReplyTo("g1", 2), new Done(2));

    // When
    CompletableFuture<Void> published = publisher.publish(effects);
    producer.completeNext();

    // Then
    assertThat(published).isCompleted();
    assertThat(producer.history())
        .extracting(ProducerRecord::topic)
        .containsExactly("parley.gateway.g1");
  }

  @Test
  void completesAtOnceIfThereIsNothingToWrite() {
    assertThat(publisher.publish(effects)).isCompleted();
  }

  @Test
  void keysEventsByWhomTheyConcern() {
    // Given
    effects.announce(new Came("alice"));
    effects.announce(new Went("bob"));
    effects.announce(new GatewayExpired("g1"));

    // When
    publisher.publish(effects);

    // Then
    assertThat(producer.history())
        .allSatisfy(record -> assertThat(record.topic()).isEqualTo(Topics.PRESENCE_EVENTS))
        .extracting(ProducerRecord::key)
        .containsExactly("alice", "bob", "g1");
  }

  @Test
  void dividesALongAuditListAndKeepsItsOrder() {
    // Given
    Cause cause = new Cause(4, 9, 1_000);
    for (int item = 0; item < 1_001; item++) {
      effects.audit(cause, event(cause, item));
    }

    // When
    publisher.publish(effects);

    // Then
    List<AuditBatch> batches = producer.history().stream().map(this::decoded).toList();
    assertThat(batches).extracting(batch -> batch.events().size()).containsExactly(500, 500, 1);
    assertThat(batches.getLast().events()).containsExactly(event(cause, 1_000));
    assertThat(batches).allMatch(b -> b.partition() == 4 && b.topic().equals(Topics.PRESENCE));
    assertThat(producer.history())
        .extracting(ProducerRecord::key)
        .containsOnly("parley.presence-4");
  }

  private AuditBatch decoded(ProducerRecord<String, byte[]> record) {
    return (AuditBatch) ((Decoded.Known<?>) Codecs.AUDIT.decode(record.value())).record();
  }

  private static AuditEvent event(Cause cause, int item) {
    return new AuditEvent(
        cause.offset(),
        item,
        cause.at(),
        AuditAction.LOGGED_OUT,
        "alice",
        null,
        "gateway_lost",
        null,
        null,
        "ws",
        "192.0.2.7");
  }
}
