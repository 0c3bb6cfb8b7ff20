package dev.parley.presence.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every [AuditStore] does. A random number of offsets is skipped in each test, so that a
/// store may hold what other tests left.
public abstract class AuditStoreContract {

  private static final String TOPIC = "parley.conversations";

  private final List<AuditedEvent> told = new ArrayList<>();
  private long first;

  /// Made by the subclass.
  protected AuditStoreContract() {}

  /// {@return the store under test}
  protected abstract AuditStore store();

  @BeforeEach
  void skipOffsets() {
    first = UUID.randomUUID().getMostSignificantBits() >>> 2;
  }

  @Test
  void tellsOfNewEventsInTheirOrder() {
    // Given
    List<AuditedEvent> events = posted(0, 5);

    // When
    List<AuditedEvent> added = store().store(events, told::addAll);

    // Then
    assertThat(added).isEqualTo(events);
    assertThat(told).isEqualTo(events);
  }

  @Test
  void passesOverWhatIsStored() {
    // Given
    store().store(posted(0, 3), _ -> {});

    // When
    List<AuditedEvent> added = store().store(posted(1, 5), told::addAll);

    // Then
    assertThat(added).isEqualTo(posted(3, 5));
    assertThat(told).isEqualTo(posted(3, 5));
  }

  @Test
  void tellsNobodyIfNothingIsNew() {
    // Given
    store().store(posted(0, 3), _ -> {});

    // When
    store()
        .store(
            posted(0, 3),
            _ -> {
              throw new AssertionError("nothing is new");
            });

    // Then
    assertThat(told).isEmpty();
  }

  @Test
  void storesAnEventOnceThatIsToldTwiceInABatch() {
    // Given
    AuditedEvent event = AuditedEvents.posted(TOPIC, first);

    // When
    List<AuditedEvent> added = store().store(List.of(event, event), told::addAll);

    // Then
    assertThat(added).containsExactly(event);
    assertThat(told).containsExactly(event);
  }

  @Test
  void tellsApartEventsOfDifferentTopics() {
    // Given
    store().store(List.of(AuditedEvents.posted(TOPIC, first)), _ -> {});
    AuditedEvent other = AuditedEvents.posted("parley.presence", first);

    // When
    List<AuditedEvent> added = store().store(List.of(other), told::addAll);

    // Then
    assertThat(added).containsExactly(other);
  }

  @Test
  void storesNothingIfTheirListenerFails() {
    // Given
    List<AuditedEvent> events = posted(0, 3);
    assertThatThrownBy(() ->
            store()
                .store(
                    events,
                    _ -> {
                      throw new IllegalStateException("disk full");
                    }))
        .isInstanceOf(IllegalStateException.class);

    // When
    List<AuditedEvent> added = store().store(events, told::addAll);

    // Then
    assertThat(added).isEqualTo(events);
  }

  @Test
  void forgetsOldEvents() {
    // Given
    List<AuditedEvent> events = posted(0, 3);
    store().store(events, _ -> {});
    // Other tests may have left older ones.
    store().purge(events.getFirst().event().at(), 10_000);

    // When
    int before = store().purge(events.getFirst().event().at(), 10_000);
    int after = store().purge(events.getFirst().event().at() + 1, 10_000);

    // Then
    assertThat(before).isZero();
    assertThat(after).isGreaterThanOrEqualTo(3);
    assertThat(store().store(events, told::addAll)).isEqualTo(events);
  }

  private List<AuditedEvent> posted(int from, int to) {
    return LongStream.range(from, to)
        .mapToObj(i -> AuditedEvents.posted(TOPIC, first + i))
        .toList();
  }
}
