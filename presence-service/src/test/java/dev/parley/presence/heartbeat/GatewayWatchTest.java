package dev.parley.presence.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.parley.contracts.consumer.TemporaryFaultException;
import dev.parley.contracts.presence.GatewayExpired;
import dev.parley.presence.Configs;
import dev.parley.presence.effect.Cause;
import dev.parley.presence.effect.Effects;
import dev.parley.presence.heartbeat.Sign.Beat;
import dev.parley.presence.heartbeat.Sign.Tick;
import dev.parley.presence.session.Change.GatewayEnding;
import dev.parley.presence.session.SessionEnd;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GatewayWatchTest {

  private static final long START = 1_700_000_000_000L;

  private final InMemoryGatewayStore store = new InMemoryGatewayStore();
  private final GatewayWatch watch = new GatewayWatch(store, FixedHeartbeatConfig.DEFAULTS);
  private final Effects effects = new Effects();
  private long offset;

  @Test
  void refusesTimesInWhichNoGatewayCouldEverEnd() {
    // Given
    var config =
        Configs.of(HeartbeatConfig.class, Map.of("parley.presence.heartbeat.max-gap", "1s"));

    // When
    // Then
    assertThatThrownBy(() -> new GatewayWatch(store, config))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("pulse < max-gap < silence");
  }

  @Test
  void knowsAGatewayFromItsFirstBeat() {
    // When
    take(beat("g1", 0, 0));

    // Then
    assertThat(store.living()).containsExactly("g1");
  }

  @Test
  void endsAGatewayThatIsSilentOnOnePartition() {
    // Given
    take(beat("g1", 0, 0));
    take(beat("g1", 1, 0));
    ticks(0, 0, 10);
    ticks(1, 0, 10);
    take(beat("g1", 1, 10));

    // When
    List<GatewayEnding> silent = ticks(0, 11, 16);
    List<GatewayEnding> heard = ticks(1, 11, 16);

    // Then
    assertThat(silent)
        .extracting(GatewayEnding::gateway, GatewayEnding::reason)
        .containsExactly(tuple("g1", SessionEnd.GATEWAY_LOST));
    assertThat(heard).isEmpty();
  }

  @Test
  void endsOneGatewayForEachPulse() {
    // Given
    take(beat("g1", 0, 0), beat("g2", 0, 0));
    ticks(0, 0, 15);

    // When
    List<GatewayEnding> silent = take(tick(0, 16), tick(0, 17));

    // Then
    assertThat(silent).extracting(GatewayEnding::gateway).containsExactly("g1", "g2");
    assertThat(silent).extracting(GatewayEnding::cause).doesNotHaveDuplicates();
  }

  @Test
  void findsTheSilentGatewayAgainWhenItsEndWasNotStored() {
    // Given
    take(beat("g1", 0, 0));
    ticks(0, 0, 15);
    List<GatewayEnding> first = take(tick(0, 16));

    // When
    List<GatewayEnding> next = take(tick(0, 17));
    watch.onEnded(next.getFirst());

    // Then
    assertThat(first).extracting(GatewayEnding::gateway).containsExactly("g1");
    assertThat(next).extracting(GatewayEnding::gateway).containsExactly("g1");
    assertThat(take(tick(0, 18))).isEmpty();
  }

  @Test
  void watchesGatewaysThatWereKnownBeforeThePartitionWasAssigned() {
    // Given
    store.seen(Map.of("old", START - 3_600_000));

    // When
    List<GatewayEnding> silent = ticks(0, 0, 16);

    // Then
    assertThat(silent).extracting(GatewayEnding::gateway).containsExactly("old");
  }

  @Test
  void givesTheWholeSilenceAgainAfterAReassignment() {
    // Given
    take(beat("g1", 0, 0));
    ticks(0, 0, 15);

    // When
    watch.onRevoked(0);

    // Then
    assertThat(ticks(0, 16, 31)).isEmpty();
    assertThat(ticks(0, 32, 32)).extracting(GatewayEnding::gateway).containsExactly("g1");
  }

  @Test
  void remindsAnEndedGatewayThatBeatsNowAndThen() {
    // Given
    watch.onEnded(ending("g1", 0));

    // When
    take(beat("g1", 0, 3), beat("g1", 1, 3), beat("g1", 0, 6), beat("g1", 1, 6), beat("g1", 0, 9));

    // Then
    assertThat(effects.announcements()).containsExactly(new GatewayExpired("g1"));
  }

  @Test
  void remindsAGatewayThatAnotherInstanceEnded() {
    // Given
    store.end(ending("g1", 0));

    // When
    take(beat("g1", 0, 3));

    // Then
    assertThat(effects.announcements()).containsExactly(new GatewayExpired("g1"));
    assertThat(ticks(0, 4, 30)).isEmpty();
  }

  @Test
  void learnsWithinSecondsThatAnotherInstanceEndedAGateway() {
    // Given
    take(beat("g1", 0, 0));
    store.end(ending("g1", 1));

    // When
    take(beat("g1", 0, 3));
    take(beat("g1", 0, 6));

    // Then
    assertThat(effects.announcements()).containsExactly(new GatewayExpired("g1"));
  }

  @Test
  void takesABatchAgainAfterTheStoreWasAway() {
    // Given
    store.isAway(true);
    Sign beat = beat("g1", 0, 0);
    assertThatThrownBy(() -> take(beat)).isInstanceOf(TemporaryFaultException.class);

    // When
    store.isAway(false);
    take(beat);

    // Then
    assertThat(store.living()).containsExactly("g1");
  }

  private List<GatewayEnding> take(Sign... signs) {
    return watch.onSigns(List.of(signs), effects);
  }

  private List<GatewayEnding> ticks(int partition, int fromSecond, int toSecond) {
    List<GatewayEnding> silent = new ArrayList<>();
    for (int second = fromSecond; second <= toSecond; second++) {
      silent.addAll(take(tick(partition, second)));
    }
    return silent;
  }

  private Beat beat(String gateway, int partition, int second) {
    return new Beat(gateway, cause(partition, second));
  }

  private Tick tick(int partition, int second) {
    return new Tick(cause(partition, second));
  }

  private GatewayEnding ending(String gateway, int second) {
    return new GatewayEnding(gateway, SessionEnd.GATEWAY_LOST, cause(0, second));
  }

  private Cause cause(int partition, int second) {
    offset++;
    return new Cause(partition, offset, START + second * 1_000L);
  }
}
