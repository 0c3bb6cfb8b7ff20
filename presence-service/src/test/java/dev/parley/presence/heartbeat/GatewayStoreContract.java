package dev.parley.presence.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.presence.effect.Cause;
import dev.parley.presence.session.Change.GatewayEnding;
import dev.parley.presence.session.SessionEnd;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What every [GatewayStore] does. Ids are new in each test, so that a store may hold what other
/// tests left.
public abstract class GatewayStoreContract {

  private static final int MANY = 10_000;
  private static final long SEEN = 1_700_000_000_123L;

  private final String suffix = UUID.randomUUID().toString().substring(0, 8);
  private final String living = "living" + suffix;
  private final String lost = "lost" + suffix;
  private final GatewayEnding ending =
      new GatewayEnding(lost, SessionEnd.GATEWAY_LOST, new Cause(3, 41, 1_007));

  /// Made by the subclass.
  protected GatewayStoreContract() {}

  /// {@return the store under test}
  protected abstract GatewayStore store();

  /// Ends a gateway, which is not this port's business.
  ///
  /// @param gatewayEnding how it ends
  protected abstract void end(GatewayEnding gatewayEnding);

  @Test
  void knowsAGatewayOnceItWasSeen() {
    // When
    Set<String> ended = store().seen(Map.of(living, SEEN));

    // Then
    assertThat(ended).isEmpty();
    assertThat(store().living()).contains(living);
  }

  @Test
  void tellsWhichOfTheSeenHaveEnded() {
    // Given
    store().seen(Map.of(living, SEEN, lost, SEEN));
    end(ending);

    // When
    Set<String> ended = store().seen(Map.of(living, SEEN + 5_000, lost, SEEN + 5_000));

    // Then
    assertThat(ended).containsExactly(lost);
    assertThat(store().living()).contains(living).doesNotContain(lost);
  }

  @Test
  void keepsAnEndedGatewayUntilItsTopicIsDeleted() {
    // Given
    store().seen(Map.of(living, SEEN, lost, SEEN));
    end(ending);
    var before = store().awaitingTopicDeletion(MANY);

    // When
    store().topicDeleted(lost, SEEN);

    // Then
    assertThat(before).contains(ending).extracting(GatewayEnding::gateway).doesNotContain(living);
    assertThat(store().awaitingTopicDeletion(MANY)).doesNotContain(ending);
  }

  @Test
  void forgetsAGatewayOnlyWithoutItsTopic() {
    // Given
    store().seen(Map.of(lost, SEEN));
    end(ending);
    store().purge(1_008);
    var kept = store().awaitingTopicDeletion(MANY);
    store().topicDeleted(lost, SEEN);

    // When
    store().purge(1_007);
    var notYet = store().seen(Map.of(lost, SEEN));
    store().purge(1_008);

    // Then
    assertThat(kept).contains(ending);
    assertThat(notYet).containsExactly(lost);
    assertThat(store().seen(Map.of(lost, SEEN))).isEmpty();
  }
}
