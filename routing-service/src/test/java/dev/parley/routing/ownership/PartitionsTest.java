package dev.parley.routing.ownership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.routing.conversation.ConversationConfig;
import dev.parley.routing.conversation.ConversationState;
import dev.parley.routing.subscription.Subscriptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PartitionsTest {
  private final List<Integer> announced = new ArrayList<>();
  private final List<CompletableFuture<Void>> acknowledgements = new ArrayList<>();
  private final Partitions partitions =
      new Partitions(
          PartitionsTest::fences,
          new Subscriptions(),
          this::announce,
          new Cache(1_000, Duration.ZERO),
          new Layout());

  private record Cache(int cache, Duration changeWindow) implements ConversationConfig {}

  private record Layout() implements TopicsConfig {
    @Override
    public int partitions() {
      return 2;
    }

    @Override
    public short replication() {
      return 1;
    }
  }

  @Test
  void announcesWhatItIsAssigned() {
    // When
    partitions.onAssigned(List.of(0, 1));

    // Then
    assertThat(announced).containsExactly(0, 1);
  }

  @Test
  void announcesAgainWhatFailed() {
    // Given
    partitions.onAssigned(List.of(0, 1));
    acknowledgements.get(0).complete(null);
    acknowledgements.get(1).completeExceptionally(new IllegalStateException());

    // When
    partitions.retryAnnouncements();

    // Then
    assertThat(announced).containsExactly(0, 1, 1);
  }

  @Test
  void announcesNothingOfWhatItHasLost() {
    // Given
    partitions.onAssigned(List.of(0));
    acknowledgements.getFirst().completeExceptionally(new IllegalStateException());

    // When
    partitions.onRevoked(List.of(0));
    partitions.retryAnnouncements();

    // Then
    assertThat(announced).containsExactly(0);
  }

  @Test
  void readsTheFenceWithTheFirstBatch() {
    // Given
    partitions.onAssigned(List.of(0, 1));

    // When
    partitions.open(List.of(1));

    // Then
    assertThat(partitions.get(1).nextOffset()).isEqualTo(101);
    assertThatThrownBy(() -> partitions.get(0)).hasMessage("not opened: partition 0");
  }

  @Test
  void forgetsConversationsWhenAnotherOwnerHasBeenThere() {
    // Given
    partitions.open(List.of(0));
    partitions.get(0).conversations().put(ConversationState.absent("#x"));
    partitions.get(0).advanceTo(500);

    // When
    partitions.reset(List.of(0));
    partitions.open(List.of(0));

    // Then
    assertThat(partitions.get(0).conversations().get("#x")).isNull();
    assertThat(partitions.get(0).nextOffset()).isEqualTo(100);
  }

  private static Map<Integer, Long> fences(Collection<Integer> numbers) {
    return numbers.stream().collect(Collectors.toMap(number -> number, number -> number + 100L));
  }

  private CompletableFuture<Void> announce(int partition) {
    announced.add(partition);
    CompletableFuture<Void> acknowledged = new CompletableFuture<>();
    acknowledgements.add(acknowledged);
    return acknowledged;
  }
}
