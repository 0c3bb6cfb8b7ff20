package dev.parley.routing.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.contracts.conversation.Entry;
import dev.parley.routing.conversation.LogRecord;
import dev.parley.routing.conversation.MisplacedRecordException;
import java.util.List;
import org.junit.jupiter.api.Test;

class PoisonTest extends EngineTest {

  @Test
  void throwsOnARecordInTheWrongPartition() {
    // Given
    int wrong = (Log.partition(DIRECT) + 1) % Log.PARTITIONS;
    LogRecord misplaced = log.write(wrong, post(DIRECT, "alice", "a"));

    // Then
    assertThatThrownBy(() -> engine.process(List.of(misplaced)))
        .isInstanceOf(MisplacedRecordException.class)
        .hasMessageContaining("records of @alice+bob must be in partition");
  }

  @Test
  void leavesNoTraceOfTheBatchThatHoldsIt() {
    // Given
    int wrong = (Log.partition(DIRECT) + 1) % Log.PARTITIONS;
    LogRecord good = log.write(post(DIRECT, "alice", "a")).getFirst();
    LogRecord misplaced = log.write(wrong, post(DIRECT, "alice", "b"));
    assertThatThrownBy(() -> engine.process(List.of(good, misplaced)))
        .isInstanceOf(MisplacedRecordException.class);

    // When
    engine.process(List.of(good)).join();

    // Then
    assertThat(storage.entries(DIRECT)).extracting(Entry::seq).containsExactly(1L);
    assertThat(acknowledgedSeqs()).containsExactly(1L);
  }
}
