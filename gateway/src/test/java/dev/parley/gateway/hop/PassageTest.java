package dev.parley.gateway.hop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

class PassageTest {
  private long now = 1_000;
  private final Executor one = Runnable::run;
  private final Executor other = task -> task.run();
  private final List<String> done = new ArrayList<>();
  private final Passage passage = new Passage(() -> Instant.ofEpochMilli(now));

  @Test
  void tellsWhenEachLoopWasDone() {
    // Given
    passage.leaves(2);

    // When
    now = 1_005;
    passage.handed(one);

    // Then
    assertThat(passage.arrivedAt()).isEqualTo(1_000);
    assertThat(passage.handedAt(one)).hasValue(1_005);
    assertThat(passage.handedAt(other)).isEmpty();
  }

  @Test
  void doesWhatIsDueOnceTheLastLoopIsDone() {
    // Given
    passage.whenHanded(() -> done.add("told"));
    passage.leaves(2);

    // When
    passage.handed(one);

    // Then
    assertThat(done).isEmpty();
    passage.handed(other);
    assertThat(done).containsExactly("told");
  }

  @Test
  void doesWhatIsDueAtOnceIfNobodyReads() {
    // Given
    passage.whenHanded(() -> done.add("told"));

    // When
    passage.leaves(0);

    // Then
    assertThat(done).containsExactly("told");
  }
}
