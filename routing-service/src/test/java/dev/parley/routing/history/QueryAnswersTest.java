package dev.parley.routing.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.ReplyTo;
import dev.parley.contracts.delivery.Done;
import dev.parley.contracts.delivery.Refused;
import dev.parley.contracts.delivery.Reply;
import dev.parley.contracts.query.ListGroups;
import dev.parley.contracts.query.QueryRecord;
import dev.parley.routing.batch.RecordingPublisher;
import dev.parley.routing.delivery.LostGateways;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QueryAnswersTest {
  private final RecordingPublisher published = new RecordingPublisher();
  private final LostGateways lost = new LostGateways();

  private record Config(int maxRecords, int concurrency) implements QueryConfig {}

  /// Answers any kind of query in the same way.
  private record Always<Q extends QueryRecord>(Class<Q> kind, Function<QueryRecord, Reply> rule)
      implements QueryHandler<Q> {
    @Override
    public Reply answer(Q query) {
      return rule.apply(query);
    }
  }

  @Test
  void sendsTheAnswerToWhoWaits() {
    // When
    answers(query -> new Done(query.replyTo().request())).answer(query(7)).join();

    // Then
    assertThat(published.to("g")).containsExactly(new Done(7));
  }

  @Test
  void answersAlsoWhenTheReadFails() {
    // Given
    QueryAnswers answers =
        answers(_ -> {
          throw new IllegalStateException("no database");
        });

    // When
    answers.answer(query(7)).join();

    // Then
    assertThat(published.to("g"))
        .singleElement()
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo(ErrorCode.UNAVAILABLE));
  }

  @Test
  void readsNothingForALostGateway() {
    // Given
    lost.add("g");

    // When
    answers(_ -> new Done(1)).answer(query(1)).join();

    // Then
    assertThat(published.to("g")).isEmpty();
  }

  @Test
  void readsALimitedNumberAtOneTime() {
    // Given
    AtomicInteger reading = new AtomicInteger();
    Semaphore mayEnd = new Semaphore(0);
    QueryAnswers answers =
        answers(query -> {
          reading.incrementAndGet();
          mayEnd.acquireUninterruptibly();
          return new Done(query.replyTo().request());
        });

    // When
    List<CompletableFuture<Void>> answered =
        Stream.of(1, 2, 3, 4, 5).map(i -> answers.answer(query(i))).toList();

    // Then
    await().untilAsserted(() -> assertThat(reading).hasValue(2));
    mayEnd.release(5);
    await().untilAsserted(() -> assertThat(answered).allMatch(CompletableFuture::isDone));
  }

  private QueryAnswers answers(Function<QueryRecord, Reply> rule) {
    return new QueryAnswers(
        new QueryHandlers(handlers(rule)),
        new FakeHistoryStore(),
        published,
        lost,
        new Config(10, 2),
        new SimpleMeterRegistry());
  }

  @SuppressWarnings("unchecked") // Every permitted class is a kind of query.
  private static List<QueryHandler<?>> handlers(Function<QueryRecord, Reply> rule) {
    return Arrays.stream(QueryRecord.class.getPermittedSubclasses())
        .<QueryHandler<?>>map(kind -> new Always<>((Class<QueryRecord>) kind, rule))
        .toList();
  }

  private static QueryRecord query(long request) {
    return new ListGroups("alice", new ReplyTo("g", request));
  }
}
