package dev.parley.auth.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.auth.ServiceTest;
import dev.parley.contracts.auth.AuthRecord;
import dev.parley.contracts.codec.Codecs;
import dev.parley.contracts.consumer.Received;
import dev.parley.contracts.delivery.Done;
import dev.parley.contracts.delivery.LoggedIn;
import dev.parley.contracts.topic.Topics;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/// What a crash between the handling of a batch and its commit does: the batch comes again.
@ServiceTest
class RedeliveryIT extends OnService {
  /// Offsets that the real topic does not reach.
  private static final AtomicLong OFFSETS = new AtomicLong(1_000_000_000);

  @Inject AuthBatchHandler handler;

  private static List<Received<AuthRecord>> batch(AuthRecord... requests) {
    TopicPartition source = new TopicPartition(Topics.AUTH, 0);
    long at = Instant.now().toEpochMilli();
    return Stream.of(requests)
        .map(request -> new Received<>(request, source, OFFSETS.incrementAndGet(), at))
        .toList();
  }

  @Test
  void announcesAnAccountAgainAndLeavesItAsItIs() {
    // Given
    List<Received<AuthRecord>> batch = batch(gateway.requests.register(account, PASSWORD));
    handler.onBatch(batch).join();

    // When
    handler.onBatch(batch).join();

    // Then
    assertThat(contents.of(Topics.ACCOUNTS, Codecs.ACCOUNTS))
        .filteredOn(created -> created.account().equals(account))
        .hasSize(2)
        .containsOnly(
            contents
                .of(Topics.ACCOUNTS, Codecs.ACCOUNTS)
                .filter(created -> created.account().equals(account))
                .findFirst()
                .orElseThrow());
    assertThat(gateway.ask(gateway.requests.login(account, PASSWORD))).isInstanceOf(LoggedIn.class);
  }

  @Test
  void countsTwoWrongPasswordsThatComeTwiceAsTwo() {
    // Given
    gateway.ask(gateway.requests.register(account, PASSWORD));
    List<Received<AuthRecord>> batch =
        batch(gateway.requests.login(account, "wrong"), gateway.requests.login(account, "wrong"));
    handler.onBatch(batch).join();

    // When
    handler.onBatch(batch).join();

    // Then
    assertThat(gateway.ask(gateway.requests.login(account, PASSWORD))).isInstanceOf(LoggedIn.class);
  }

  @Test
  void changesAPasswordOnce() {
    // Given
    gateway.ask(gateway.requests.register(account, PASSWORD));
    List<Received<AuthRecord>> batch =
        batch(gateway.requests.changePassword(account, PASSWORD, "looking glass"));
    handler.onBatch(batch).join();

    // When
    handler.onBatch(batch).join();

    // Then
    assertThat(gateway.ask(gateway.requests.login(account, "looking glass")))
        .isInstanceOf(LoggedIn.class);
  }

  @Test
  void tellsTheAuditTheSameAgain() {
    // Given
    List<Received<AuthRecord>> batch =
        batch(
            gateway.requests.register(account, PASSWORD),
            gateway.requests.login(account, "wrong"),
            gateway.requests.login(account, "wrong"),
            gateway.requests.login(account, "wrong"));
    handler.onBatch(batch).join();

    // When
    handler.onBatch(batch).join();

    // Then
    long offset = batch.getFirst().offset();
    assertThat(
            contents
                .of(Topics.AUDIT, Codecs.AUDIT)
                .filter(record -> record.toString().contains("offset=" + offset + ","))
                .distinct())
        .hasSize(1);
  }

  @Test
  void answersBothTimes() {
    // Given
    AuthRecord request = gateway.requests.register(account, PASSWORD);
    List<Received<AuthRecord>> batch = batch(request);
    handler.onBatch(batch).join();

    // When
    handler.onBatch(batch).join();

    // Then
    assertThat(contents.of(Topics.gateway(gateway.id), Codecs.GATEWAY))
        .containsExactly(
            new Done(request.replyTo().request()), new Done(request.replyTo().request()));
  }
}
