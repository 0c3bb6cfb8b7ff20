package dev.parley.auth.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.auth.Deed;
import dev.parley.auth.Outcome;
import dev.parley.contracts.ReplyTo;
import dev.parley.contracts.audit.AuditAction;
import dev.parley.contracts.audit.AuditBatch;
import dev.parley.contracts.audit.AuditEvent;
import dev.parley.contracts.audit.AuditRecord;
import dev.parley.contracts.auth.AuthRecord;
import dev.parley.contracts.auth.CheckToken;
import dev.parley.contracts.auth.Login;
import dev.parley.contracts.auth.Origin;
import dev.parley.contracts.auth.SealedPassword;
import dev.parley.contracts.codec.Codecs;
import dev.parley.contracts.codec.Decoded;
import dev.parley.contracts.consumer.Received;
import dev.parley.contracts.delivery.Done;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class AuditPublisherTest {
  private static final ReplyTo REPLY_TO = new ReplyTo("gw1", 7);
  private static final AuthRecord LOGIN =
      new Login(
          "alice",
          new SealedPassword("k", new byte[0], new byte[0], "n"),
          "s",
          new Origin("ssh", "192.0.2.7"),
          REPLY_TO);

  private final MockProducer<String, byte[]> producer =
      new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
  private final AuditPublisher audit = new AuditPublisher(producer);

  private static Handled handled(
      AuthRecord record, int partition, long offset, AuditAction... deeds) {
    return new Handled(
        new Received<>(record, new TopicPartition("parley.auth", partition), offset, 1_000),
        new Outcome(new Done(7), Stream.of(deeds).map(Deed::new).toList()));
  }

  private List<AuditRecord> written() {
    return producer.history().stream()
        .map(record -> Codecs.AUDIT.decode(record.value()))
        .map(decoded -> ((Decoded.Known<AuditRecord>) decoded).record())
        .toList();
  }

  private static AuditEvent event(long offset, int item, AuditAction action) {
    return new AuditEvent(
        offset, item, 1_000, action, "alice", null, null, null, null, "ssh", "192.0.2.7");
  }

  @Test
  void tellsWhoDidWhatFromWhereInOneRecordForEachPartition() {
    // When
    audit
        .publish(
            List.of(
                handled(LOGIN, 2, 5, AuditAction.LOGIN_FAILED),
                handled(LOGIN, 2, 6, AuditAction.LOGIN_FAILED, AuditAction.LOCKED),
                handled(LOGIN, 3, 9, AuditAction.LOGGED_IN)))
        .join();

    // Then
    assertThat(written())
        .containsExactlyInAnyOrder(
            new AuditBatch(
                "auth-service",
                "parley.auth",
                2,
                List.of(
                    event(5, 0, AuditAction.LOGIN_FAILED),
                    event(6, 0, AuditAction.LOGIN_FAILED),
                    event(6, 1, AuditAction.LOCKED))),
            new AuditBatch(
                "auth-service", "parley.auth", 3, List.of(event(9, 0, AuditAction.LOGGED_IN))));
  }

  @Test
  void isSilentWhereNothingWasDone() {
    // When
    audit.publish(List.of(handled(new CheckToken("alice", "id", 1, REPLY_TO), 0, 1))).join();

    // Then
    assertThat(written()).isEmpty();
  }

  @Test
  void failsIfKafkaDoesNotTakeIt() {
    // Given
    producer.sendException = new TimeoutException("away");

    // When
    CompletableFuture<Void> done =
        audit.publish(List.of(handled(LOGIN, 2, 5, AuditAction.LOGGED_IN)));

    // Then
    assertThat(done).isCompletedExceptionally();
  }
}
