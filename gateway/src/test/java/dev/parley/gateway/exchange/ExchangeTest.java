package dev.parley.gateway.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.delivery.Done;
import dev.parley.contracts.delivery.PingAnswered;
import dev.parley.contracts.delivery.Refused;
import dev.parley.contracts.query.ListGroups;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ExchangeTest {
  private final FakePublisher records = new FakePublisher();
  private final LoopTurns turns = new LoopTurns();

  @Test
  void completesWithTheAnswerToItsRequest() {
    // Given
    Exchange exchange = new Exchange("gw", records, Duration.ofSeconds(10), 10);
    CompletableFuture<Done> first = ask(exchange);
    CompletableFuture<Done> second = ask(exchange);

    // When
    exchange.onReply(new Done(2), turns);
    turns.run();

    // Then
    assertThat(first).isNotDone();
    assertThat(second).isCompletedWithValue(new Done(2));
  }

  @Test
  void failsWithTheCodeOfARefusal() {
    // Given
    Exchange exchange = new Exchange("gw", records, Duration.ofSeconds(10), 10);
    CompletableFuture<Done> answer = ask(exchange);

    // When
    exchange.onReply(new Refused(1, ErrorCode.LOCKED, "wait", 42), turns);
    turns.run();

    // Then
    assertFails(answer, ErrorCode.LOCKED);
  }

  @Test
  void failsAnAnswerOfAnotherKind() {
    // Given
    Exchange exchange = new Exchange("gw", records, Duration.ofSeconds(10), 10);
    CompletableFuture<Done> answer = ask(exchange);

    // When
    exchange.onReply(new PingAnswered(1, true), turns);
    turns.run();

    // Then
    assertFails(answer, ErrorCode.INTERNAL);
  }

  @Test
  void endsARequestWhoseDeadlineHasPassed() {
    // Given
    Exchange exchange = new Exchange("gw", records, Duration.ZERO, 10);
    CompletableFuture<Done> answer = ask(exchange);

    // When
    exchange.expire();

    // Then
    assertFails(answer, ErrorCode.UNAVAILABLE);
    assertThat(exchange.pending()).isZero();
  }

  @Test
  void endsARequestThatCannotBeWritten() {
    // Given
    Exchange exchange = new Exchange("gw", records, Duration.ofSeconds(10), 10);
    records.failure = new IllegalStateException("no log");

    // When
    CompletableFuture<Done> answer = ask(exchange);

    // Then
    assertFails(answer, ErrorCode.UNAVAILABLE);
    assertThat(exchange.pending()).isZero();
  }

  @Test
  void holdsNoMoreRequestsThanItsLimit() {
    // Given
    Exchange exchange = new Exchange("gw", records, Duration.ofSeconds(10), 1);
    ask(exchange);

    // When
    CompletableFuture<Done> second = ask(exchange);

    // Then
    assertFails(second, ErrorCode.UNAVAILABLE);
    assertThat(records.records).hasSize(1);
  }

  @Test
  void dropsAnAnswerThatNobodyWaitsFor() {
    // Given
    Exchange exchange = new Exchange("gw", records, Duration.ofSeconds(10), 10);

    // When
    exchange.onReply(new Done(99), turns);
    turns.run();

    // Then
    assertThat(exchange.pending()).isZero();
  }

  private static CompletableFuture<Done> ask(Exchange exchange) {
    return exchange.askQuery(
        Runnable::run, "session", Done.class, replyTo -> new ListGroups("alice", replyTo));
  }

  private static void assertFails(CompletableFuture<?> answer, ErrorCode code) {
    assertThat(answer.isCompletedExceptionally()).isTrue();
    assertThat(answer.exceptionNow())
        .isInstanceOfSatisfying(
            RequestFailedException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
