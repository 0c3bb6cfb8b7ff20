package dev.parley.presence.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.delivery.Done;
import dev.parley.contracts.presence.Went;
import dev.parley.presence.effect.Effects;
import dev.parley.presence.effect.Effects.Delivery;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Sessions that are closed one by one.
class ClosingTest extends SessionsFixture {

  @Test
  void tellsThatAnAccountWentOnlyWithItsLastSession() {
    // Given
    var two = sessions(FixedSessionConfig.perAccount(2));
    two.apply(List.of(log.open("alice", "s1"), log.open("alice", "s2")));

    // When
    Effects first = two.apply(List.of(log.close("alice", "s1")));
    Effects last = two.apply(List.of(log.close("alice", "s2")));

    // Then
    assertThat(first.announcements()).isEmpty();
    assertThat(last.announcements()).containsExactly(new Went("alice"));
  }

  @Test
  void answersAClosingEvenIfTheSessionIsUnknown() {
    // Given
    var close = log.close("alice", "nothing");

    // When
    Effects effects = apply(close);

    // Then
    assertThat(effects.deliveries())
        .containsExactly(new Delivery(Changes.GATEWAY, new Done(close.cause().offset())));
    assertThat(audit(effects)).isEmpty();
  }

  @Test
  void leavesASessionOpenThatAnotherGatewayOrAccountCloses() {
    // Given
    apply(log.open("alice", "s1"));

    // When
    apply(log.closeUnasked("alice", "s1", "g2"), log.closeUnasked("mallory", "s1", "g1"));

    // Then
    assertThat(store.openByDoor()).containsEntry("ws", 1);
  }

  @Test
  void tellsAgainThatAnAccountWentWhenTheClosingComesAgain() {
    // Given
    apply(log.open("alice", "s1"));
    var close = log.close("alice", "s1");
    Effects first = apply(close);

    // When
    Effects again = apply(close);

    // Then
    assertThat(again.announcements()).containsExactly(new Went("alice"));
    assertThat(again.auditByPartition()).isEqualTo(first.auditByPartition());
  }
}
