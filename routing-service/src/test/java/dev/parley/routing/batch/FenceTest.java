package dev.parley.routing.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.conversation.Entry;
import dev.parley.routing.conversation.LogRecord;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Two instances that both believe to own a partition.
class FenceTest extends EngineTest {

  @Test
  void keepsAnInstanceFromWritingWhatAnotherHasWritten() {
    // Given
    Engine zombie = engine;
    zombie.process(log.write(post(DIRECT, "alice", "a"))).join();
    List<LogRecord> batch = log.write(post(DIRECT, "alice", "b"), post(DIRECT, "bob", "c"));
    Engine owner = start();
    owner.process(batch).join();

    // When
    zombie.process(batch).join();

    // Then
    assertThat(storage.entries(DIRECT)).extracting(Entry::seq).containsExactly(1L, 2L, 3L);
    assertThat(acknowledgedSeqs()).containsExactly(1L, 2L, 3L, 2L, 3L);
    assertThat(zombie.count("parley_routing_fence_lost")).isEqualTo(1);
  }

  @Test
  void holdsWithManyTurnsOfTwoInstances() {
    // Given
    Engine other = start();

    // When
    for (int i = 0; i < 50; i++) {
      List<LogRecord> batch =
          log.write(post(DIRECT, "alice", "a" + i), post("@alice+carol", "carol", "c" + i));
      (i % 3 == 0 ? engine : other).process(batch).join();
      (i % 3 == 0 ? other : engine).process(batch).join();
    }

    // Then
    assertThat(storage.entries(DIRECT)).hasSize(50);
    assertThat(storage.entries("@alice+carol")).hasSize(50);
    assertThat(storage.entries(DIRECT).getLast().seq()).isEqualTo(50);
  }

  @Test
  void isNotMovedByABatchThatChangesNothing() {
    // When
    process(post("#nowhere", "alice", "a"));

    // Then
    assertThat(storage.commits()).isZero();
  }
}
