package dev.parley.presence.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.audit.AuditEvent;
import dev.parley.contracts.delivery.SessionTakenOver;
import dev.parley.contracts.presence.Went;
import dev.parley.presence.effect.Effects;
import dev.parley.presence.effect.Effects.Delivery;
import org.junit.jupiter.api.Test;

/// Logins that are void from some moment on: of an account that is disabled, or has a new password.
class VoidLoginsTest extends SessionsFixture {

  @Test
  void endsEverySessionOfAnAccountWhoseLoginsAreVoid() {
    // Given
    apply(log.openWith("token", "alice", "s1"));

    // When
    Effects effects = apply(log.endAll("alice", log.lastAt(), null));

    // Then
    assertThat(effects.deliveries())
        .containsExactly(
            new Delivery(Changes.GATEWAY, new SessionTakenOver("alice", "s1", "disabled")));
    assertThat(effects.announcements()).containsExactly(new Went("alice"));
    assertThat(audit(effects)).extracting(AuditEvent::subject).containsExactly("disabled");
    assertThat(refusals(apply(log.resume("token", "alice", "s2"))))
        .containsExactly(ErrorCode.BAD_CREDENTIALS);
  }

  @Test
  void keepsTheSessionThatChangedThePassword() {
    // Given
    apply(log.openWith("token", "alice", "s1"));

    // When
    Effects effects = apply(log.endAll("alice", log.lastAt(), "s1"));

    // Then
    assertThat(effects.deliveries()).isEmpty();
    apply(log.closeUnasked("alice", "s1", Changes.GATEWAY));
    assertThat(refusals(apply(log.resume("token", "alice", "s2")))).isEmpty();
  }

  @Test
  void letsASessionWhoseConnectionWasLostNotGoOn() {
    // Given
    apply(log.openWith("token", "alice", "s1"));
    apply(log.closeUnasked("alice", "s1", Changes.GATEWAY));

    // When
    apply(log.endAll("alice", log.lastAt(), null));

    // Then
    assertThat(refusals(apply(log.resume("token", "alice", "s2"))))
        .containsExactly(ErrorCode.BAD_CREDENTIALS);
  }

  @Test
  void refusesALoginThatWasVoidBeforeItHadASession() {
    // Given
    long before = log.lastAt();
    apply(log.endAll("alice", before, null));

    // When
    Effects late = apply(log.openAuthenticatedAt(before - 1, "alice", "s1"));
    Effects fresh = apply(log.openAuthenticatedAt(before + 1, "alice", "s2"));

    // Then
    assertThat(refusals(late)).containsExactly(ErrorCode.BAD_CREDENTIALS);
    assertThat(refusals(fresh)).isEmpty();
  }

  @Test
  void endsNothingWhenItIsToldAgain() {
    // Given
    long before = log.lastAt();
    var ending = log.endAll("alice", before, null);
    apply(ending);
    apply(log.open("alice", "s1"));

    // When
    Effects again = apply(log.endAll("alice", before, null));

    // Then
    assertThat(again.deliveries()).isEmpty();
    assertThat(store.openByDoor()).containsEntry("ws", 1);
  }

  @Test
  void tellsTheEndsAgainIfTheRecordIsHandledAgain() {
    // Given
    apply(log.open("alice", "s1"));
    var ending = log.endAll("alice", log.lastAt(), null);
    Effects first = apply(ending);

    // When
    Effects second = apply(ending);

    // Then
    assertThat(second.deliveries()).isEqualTo(first.deliveries());
    assertThat(audit(second)).isEqualTo(audit(first));
  }
}
