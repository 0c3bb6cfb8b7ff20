package dev.parley.presence.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PartitionWatchTest {

  private static final long START = 1_700_000_000_000L;

  private final PartitionWatch watch =
      new PartitionWatch(FixedHeartbeatConfig.DEFAULTS, List.of("known"));

  @Test
  void givesUpAGatewayAfterTheSilence() {
    // Given
    tickEachSecond(0, 2);
    watch.onBeat("g1", START + 2_000);

    // When
    List<String> atTheLimit = tickEachSecond(3, 17);
    List<String> after = watch.onTick(START + 17_001);

    // Then
    assertThat(atTheLimit).doesNotContain("g1");
    assertThat(after).contains("g1");
  }

  @Test
  void givesEveryGatewayTheWholeSilenceAfterItsAssignment() {
    // Given
    long longAgo = START - 600_000;
    watch.onBeat("g1", longAgo);

    // When
    List<String> silent = tickEachSecond(0, 15);

    // Then
    assertThat(silent).isEmpty();
    assertThat(watch.onTick(START + 15_001)).containsExactly("g1", "known");
  }

  @Test
  void beginsAnewWhenTheLogStoodStill() {
    // Given
    tickEachSecond(0, 10);

    // When
    List<String> afterTheGap = watch.onTick(START + 40_000);
    List<String> soonAfter = watch.onTick(START + 41_000);

    // Then
    assertThat(afterTheGap).isEmpty();
    assertThat(soonAfter).isEmpty();
  }

  @Test
  void judgesTheSameWhenAPulseComesAgain() {
    // Given
    tickEachSecond(0, 15);
    List<String> first = watch.onTick(START + 16_000);

    // When
    List<String> again = watch.onTick(START + 16_000);

    // Then
    assertThat(again).isEqualTo(first).containsExactly("known");
  }

  @Test
  void isNotMisledByAnOldBeatThatComesAgain() {
    // Given
    tickEachSecond(0, 2);
    watch.onBeat("known", START + 2_000);

    // When
    watch.onBeat("known", START - 60_000);

    // Then
    assertThat(tickEachSecond(3, 17)).isEmpty();
  }

  @Test
  void forgetsAGateway() {
    // Given
    tickEachSecond(0, 15);

    // When
    watch.forget("known");

    // Then
    assertThat(watch.onTick(START + 16_000)).isEmpty();
  }

  private List<String> tickEachSecond(int from, int to) {
    List<String> silent = List.of();
    for (int second = from; second <= to; second++) {
      silent = watch.onTick(START + second * 1_000L);
    }
    return silent;
  }
}
