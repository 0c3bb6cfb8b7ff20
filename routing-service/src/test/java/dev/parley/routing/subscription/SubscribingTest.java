package dev.parley.routing.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.conversation.Enroll;
import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.conversation.Subscribe;
import dev.parley.contracts.conversation.Unsubscribe;
import dev.parley.contracts.delivery.Delivered;
import dev.parley.contracts.delivery.Subscribed;
import dev.parley.routing.batch.Engine;
import dev.parley.routing.batch.EngineTest;
import dev.parley.routing.batch.Log;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SubscribingTest extends EngineTest {
  private static final String READER = "reader";

  @Test
  void answersWithEverythingAboveThePosition() {
    // Given
    process(post(DIRECT, "alice", "a"), post(DIRECT, "bob", "b"), post(DIRECT, "alice", "c"));

    // When
    process(subscribe(1));

    // Then
    Subscribed answer = published.subscribed().getFirst();
    assertThat(answer.entries()).extracting(Entry::seq).containsExactly(2L, 3L);
    assertThat(answer.upTo()).isEqualTo(3);
    assertThat(answer.members()).containsExactly("alice", "bob");
    assertThat(answer.complete()).isTrue();
  }

  @Test
  void deliversWhatComesLaterInOneRecordForEachBatch() {
    // Given
    process(post(DIRECT, "alice", "a"));
    process(subscribe(1));

    // When
    process(post(DIRECT, "alice", "b"), post(DIRECT, "bob", "c"));

    // Then
    assertThat(seqsDelivered()).containsExactly(2L, 3L);
    assertThat(published.to(READER)).filteredOn(Delivered.class::isInstance).hasSize(1);
  }

  @Test
  void fallsOnOnePointOfTheLogWithinABatch() {
    // Given
    process(post(DIRECT, "alice", "a"));

    // When
    process(post(DIRECT, "alice", "b"), subscribe(0), post(DIRECT, "alice", "c"));

    // Then
    assertThat(published.to(READER)).first().isInstanceOf(Subscribed.class);
    assertThat(published.subscribed().getFirst().entries())
        .extracting(Entry::seq)
        .containsExactly(1L, 2L);
    assertThat(seqsDelivered()).containsExactly(3L);
  }

  @Test
  void tellsAMemberOfTheLaterBatchOnlyOfItsOwnPoint() {
    // When
    process(post(DIRECT, "alice", "a"), subscribe(Subscribe.FROM_NOW), post(DIRECT, "bob", "b"));

    // Then
    assertThat(published.subscribed())
        .containsExactly(new Subscribed(DIRECT, 1, List.of("alice", "bob"), List.of(), true));
    assertThat(seqsDelivered()).containsExactly(2L);
  }

  @Test
  void repairsAHoleWithoutRepeatingWhatTheAnswerHolds() {
    // Given
    process(subscribe(0));
    process(post(DIRECT, "alice", "a"));

    // When
    process(post(DIRECT, "alice", "b"), subscribe(0), post(DIRECT, "alice", "c"));

    // Then
    assertThat(published.subscribed().getLast().entries())
        .extracting(Entry::seq)
        .containsExactly(1L, 2L);
    assertThat(seqsDelivered()).containsExactly(1L, 3L);
  }

  @Test
  void remembersAConversationThatDoesNotExistYet() {
    // Given
    process(subscribe(0));

    // When
    process(post(DIRECT, "alice", "a"));

    // Then
    assertThat(published.subscribed())
        .containsExactly(new Subscribed(DIRECT, 0, List.of(), List.of(), true));
    assertThat(seqsDelivered()).containsExactly(1L);
  }

  @Test
  void namesNoMembersOfTheLobby() {
    // Given
    process(new Enroll("alice", null));

    // When
    process(new Subscribe(READER, Map.of(ConversationId.LOBBY, 0L)));

    // Then
    assertThat(published.subscribed().getFirst().members()).isEmpty();
  }

  @Test
  void answersABacklogThatIsTooLongInPartAndForgetsIt() {
    // Given
    IntStream.rangeClosed(0, Engine.MAX_ENTRIES)
        .forEach(i -> process(post(DIRECT, "alice", "m" + i)));

    // When
    process(subscribe(0));
    process(post(DIRECT, "alice", "later"));

    // Then
    Subscribed answer = published.subscribed().getFirst();
    assertThat(answer.complete()).isFalse();
    assertThat(answer.entries()).hasSize(Engine.MAX_ENTRIES);
    assertThat(answer.upTo()).isEqualTo(Engine.MAX_ENTRIES + 1);
    assertThat(seqsDelivered()).isEmpty();
  }

  @Test
  void answersAnyNumberOfConversationsInOrder() {
    // Given
    String other = ConversationId.direct("alice", "carol");

    // When
    process(
        post(DIRECT, "alice", "a"),
        post(other, "alice", "b"),
        subscribe(0),
        new Subscribe(READER, Map.of(other, 0L)));

    // Then
    assertThat(published.subscribed())
        .extracting(Subscribed::conversation)
        .containsExactly(DIRECT, other);
    assertThat(published.subscribed()).allMatch(each -> each.entries().size() == 1);
  }

  @Test
  void deliversNothingAfterUnsubscribe() {
    // Given
    process(subscribe(0));

    // When
    process(new Unsubscribe(READER, List.of(DIRECT)), post(DIRECT, "alice", "a"));

    // Then
    assertThat(seqsDelivered()).isEmpty();
    assertThat(engine.subscriptions().conversations()).isZero();
  }

  @Test
  void forgetsAGatewayThatIsGone() {
    // Given
    process(subscribe(0));

    // When
    engine.lost().add(READER);
    process(post(DIRECT, "alice", "a"), subscribe(0));

    // Then
    assertThat(seqsDelivered()).isEmpty();
    assertThat(engine.subscriptions().of(DIRECT)).isEmpty();
  }

  @Test
  void forgetsAPartitionThatHasAnotherOwner() {
    // Given
    process(subscribe(0));

    // When
    engine.partitions().onRevoked(List.of(Log.partition(DIRECT)));

    // Then
    assertThat(engine.subscriptions().of(DIRECT)).isEmpty();
  }

  @Test
  void joinsAcknowledgementsWithDeliveriesOfTheSameGateway() {
    // Given
    process(new Subscribe(GATEWAY, Map.of(DIRECT, 0L)));
    published.clear();

    // When
    process(post(DIRECT, "alice", "a"));

    // Then
    assertThat(published.to(GATEWAY))
        .singleElement()
        .isInstanceOfSatisfying(
            Delivered.class,
            delivered -> {
              assertThat(delivered.conversations()).hasSize(1);
              assertThat(delivered.acknowledged()).hasSize(1);
            });
  }

  @Test
  void servesEachGatewayForItself() {
    // Given
    process(subscribe(0), new Subscribe("second", Map.of(DIRECT, 0L)));

    // When
    process(post(DIRECT, "alice", "a"));

    // Then
    assertThat(seqsDelivered()).containsExactly(1L);
    assertThat(published.delivered("second", DIRECT)).hasSize(1);
  }

  private static Subscribe subscribe(long after) {
    return new Subscribe(READER, Map.of(DIRECT, after));
  }

  private List<Long> seqsDelivered() {
    return published.delivered(READER, DIRECT).stream().map(Entry::seq).toList();
  }
}
