package dev.parley.presence.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.presence.Came;
import dev.parley.contracts.presence.GatewayExpired;
import dev.parley.contracts.presence.Went;
import dev.parley.presence.effect.Effects;
import org.junit.jupiter.api.Test;

/// Sessions that end with their gateway.
class GatewayEndTest extends SessionsFixture {

  @Test
  void endsAllSessionsWithTheirGateway() {
    // Given
    apply(log.openAt("g2", "alice", "s1"), log.openAt("g2", "bob", "s2"), log.open("carol", "s3"));

    // When
    Effects effects = apply(log.lost("g2"));

    // Then
    assertThat(effects.announcements())
        .containsExactly(new GatewayExpired("g2"), new Went("alice"), new Went("bob"));
    assertThat(store.openByDoor()).containsEntry("ws", 1);
    assertThat(meters.counter("parley.presence.gateways.expired").count()).isEqualTo(1);
  }

  @Test
  void endsAGatewayOnce() {
    // Given
    apply(log.openAt("g2", "alice", "s1"));
    apply(log.stopped("g2"));

    // When
    Effects effects = apply(log.stopped("g2"), log.lost("g2"));

    // Then
    assertThat(effects.announcements()).isEmpty();
    assertThat(meters.counter("parley.presence.gateways.expired").count()).isZero();
  }

  @Test
  void refusesSessionsOfAGatewayThatHasEnded() {
    // Given
    apply(log.lost("g2"));

    // When
    Effects effects = apply(log.openAt("g2", "alice", "s1"));

    // Then
    assertThat(refusals(effects)).containsExactly(ErrorCode.UNAVAILABLE);
    assertThat(opens("unavailable")).isEqualTo(1);
  }

  @Test
  void letsAnAccountInAgainAfterItsGatewayWasLost() {
    // Given
    apply(log.openAt("g2", "alice", "s1"), log.lost("g2"));

    // When
    Effects effects = apply(log.open("alice", "s2"));

    // Then
    assertThat(effects.announcements()).containsExactly(new Came("alice"));
  }
}
