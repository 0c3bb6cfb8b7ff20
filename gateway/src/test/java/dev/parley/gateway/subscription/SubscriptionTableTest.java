package dev.parley.gateway.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.conversation.EntryKind;
import dev.parley.contracts.conversation.Subscribe;
import dev.parley.contracts.delivery.ConversationEntries;
import dev.parley.contracts.delivery.Subscribed;
import dev.parley.contracts.presence.Typing;
import dev.parley.gateway.Entries;
import dev.parley.gateway.door.EntryChunk;
import dev.parley.gateway.exchange.LoopTurns;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SubscriptionTableTest {
  private static final String GROUP = "#team";

  private final FakePublisher publisher = new FakePublisher();
  private final LoopTurns turns = new LoopTurns();
  private long now;
  private final SubscriptionTable table = new SubscriptionTable(publisher, () -> now);
  private final FakeSubscriber alice = new FakeSubscriber("alice");
  private final FakeSubscriber bob = new FakeSubscriber("bob");

  @Test
  void subscribesOnceHoweverManyRead() {
    // When
    attach(alice);
    attach(bob);

    // Then
    assertThat(publisher.subscribed).containsExactly(Map.of(GROUP, Subscribe.FROM_NOW));
  }

  @Test
  void isEstablishedWhereTheOwnerSaysTheConversationIs() {
    // Given
    Subscription subscription = attach(alice);

    // When
    answer(7, List.of("alice"), List.of());

    // Then
    assertThat(subscription.established()).isCompleted();
    assertThat(subscription.position()).isEqualTo(7);
  }

  @Test
  void passesOnWhatIsNextAndDropsWhatWasPassedOn() {
    // Given
    attach(alice);
    answer(2, List.of("alice", "bob"), List.of());

    // When
    deliver(Entries.messages("bob", 1, 4));
    deliver(Entries.messages("bob", 3, 5));

    // Then
    assertThat(alice.seqs).containsExactly(3L, 4L, 5L);
  }

  @Test
  void passesOnThatAMemberWritesInAGroupThatIsNotTooLarge() {
    // Given
    attach(alice);
    answer(0, List.of("alice", "bob"), List.of());

    // When
    table.onTyping(new Typing(GROUP, "bob"), turns);
    table.onTyping(new Typing(GROUP, "mallory"), turns);
    turns.run();

    // Then
    assertThat(alice.typing).containsExactly("bob");
  }

  @Test
  void passesOnNothingOfWhoWritesInALargeGroup() {
    // Given
    attach(alice);
    List<String> many = IntStream.range(0, 101).mapToObj(i -> "user" + i).toList();
    answer(0, many, List.of());

    // When
    table.onTyping(new Typing(GROUP, "user1"), turns);
    turns.run();

    // Then
    assertThat(alice.typing).isEmpty();
  }

  @Test
  void refetchesAHoleBeforeItPassesOnMore() {
    // Given
    attach(alice);
    answer(0, List.of("alice", "bob"), List.of());
    deliver(Entries.messages("bob", 1, 1));

    // When
    deliver(Entries.messages("bob", 3, 3));
    deliver(Entries.messages("bob", 4, 4));

    // Then
    assertThat(alice.seqs).containsExactly(1L);
    assertThat(publisher.subscribed).last().isEqualTo(Map.of(GROUP, 1L));

    // When
    answer(4, List.of("alice", "bob"), Entries.messages("bob", 2, 4));
    deliver(Entries.messages("bob", 5, 5));

    // Then
    assertThat(alice.seqs).containsExactly(1L, 2L, 3L, 4L, 5L);
  }

  @Test
  void asksOnUntilTheAnswerIsComplete() {
    // Given
    attach(alice);
    answer(0, List.of("alice", "bob"), List.of());
    deliver(Entries.messages("bob", 9, 9));

    // When
    answer(9, List.of("alice", "bob"), Entries.messages("bob", 1, 5));

    // Then
    assertThat(alice.seqs).containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(publisher.subscribed).last().isEqualTo(Map.of(GROUP, 5L));
  }

  @Test
  void subscribesAgainFromItsPositionWhenThePartitionHasANewOwner() {
    // Given
    attach(alice);
    answer(3, List.of("alice", "bob"), List.of());

    // When
    table.onOwnerChanged(publisher.partitionOf(GROUP));
    table.onOwnerChanged(publisher.partitionOf(GROUP) + 1);

    // Then
    assertThat(publisher.subscribed).hasSize(2).last().isEqualTo(Map.of(GROUP, 3L));
  }

  @Test
  void asksAgainWhenNoAnswerComes() {
    // Given
    attach(alice);

    // When
    now += Duration.ofSeconds(6).toNanos();
    table.sweep();

    // Then
    assertThat(publisher.subscribed).hasSize(2).last().isEqualTo(Map.of(GROUP, -1L));
  }

  @Test
  void asksAgainWhenTheNewOwnerDoesNotAnswer() {
    // Given
    attach(alice);
    answer(3, List.of("alice"), List.of());
    table.onOwnerChanged(publisher.partitionOf(GROUP));

    // When
    now += Duration.ofSeconds(6).toNanos();
    table.sweep();

    // Then
    assertThat(publisher.subscribed).hasSize(3).last().isEqualTo(Map.of(GROUP, 3L));
  }

  @Test
  void givesUpWhatNobodyReadsAnyMore() {
    // Given
    attach(alice);
    answer(3, List.of("alice"), List.of());
    table.detach(GROUP, alice);

    // When
    now += Duration.ofSeconds(31).toNanos();
    table.sweep();

    // Then
    assertThat(table.size()).isZero();
    assertThat(publisher.unsubscribed).containsExactly(List.of(GROUP));
  }

  @Test
  void givesARemovedMemberNothingFromItsRemovalOn() {
    // Given
    attach(alice);
    attach(bob);
    answer(0, List.of("alice", "bob"), List.of());

    // When
    deliver(
        List.of(
            Entries.message(1, "alice"),
            Entries.change(2, EntryKind.REMOVED, "alice", "bob"),
            Entries.message(3, "alice")));
    deliver(Entries.messages("alice", 4, 4));

    // Then
    assertThat(bob.seqs).containsExactly(1L);
    assertThat(alice.seqs).containsExactly(1L, 2L, 3L, 4L);
  }

  @Test
  void givesNothingToAReaderWhoIsNoMember() {
    // Given
    FakeSubscriber stranger = new FakeSubscriber("mallory");
    attach(alice);
    attach(stranger);
    answer(0, List.of("alice"), List.of());

    // When
    deliver(Entries.messages("alice", 1, 2));

    // Then
    assertThat(stranger.seqs).isEmpty();
  }

  @Test
  void givesToAnAddedMemberWhatComesAfter() {
    // Given
    attach(alice);
    attach(bob);
    answer(0, List.of("alice"), List.of());

    // When
    deliver(
        List.of(Entries.change(1, EntryKind.ADDED, "alice", "bob"), Entries.message(2, "alice")));

    // Then
    assertThat(bob.seqs).contains(2L);
  }

  private Subscription attach(FakeSubscriber subscriber) {
    return table.attach(Map.of(GROUP, subscriber)).getFirst();
  }

  private void answer(long upTo, List<String> members, List<Entry> entries) {
    boolean complete = entries.isEmpty() || entries.getLast().seq() == upTo;
    table.onSubscribed(new Subscribed(GROUP, upTo, members, entries, complete), turns);
    turns.run();
  }

  private void deliver(List<Entry> entries) {
    table.onEntries(new ConversationEntries(GROUP, entries), turns);
    turns.run();
  }

  private static final class FakeSubscriber implements Subscriber {
    private final List<String> typing = new ArrayList<>();
    private final String account;
    private final List<Long> seqs = new ArrayList<>();

    private FakeSubscriber(String account) {
      this.account = account;
    }

    @Override
    public String account() {
      return account;
    }

    @Override
    public Executor loop() {
      return Runnable::run;
    }

    @Override
    public void onTyping(String typist) {
      typing.add(typist);
    }

    @Override
    public void onEntries(EntryChunk chunk) {
      chunk.entries().forEach(entry -> seqs.add(entry.seq()));
    }
  }

  private static final class FakePublisher implements SubscriptionPublisher {
    private final List<Map<String, Long>> subscribed = new ArrayList<>();
    private final List<List<String>> unsubscribed = new ArrayList<>();

    @Override
    public void subscribe(int partition, Map<String, Long> after) {
      subscribed.add(after);
    }

    @Override
    public void unsubscribe(int partition, List<String> conversations) {
      unsubscribed.add(conversations);
    }

    @Override
    public int partitionOf(String conversation) {
      return 3;
    }
  }
}
