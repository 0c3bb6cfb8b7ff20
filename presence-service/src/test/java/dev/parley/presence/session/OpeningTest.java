package dev.parley.presence.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.audit.AuditAction;
import dev.parley.contracts.audit.AuditEvent;
import dev.parley.contracts.delivery.SessionTakenOver;
import dev.parley.contracts.presence.Came;
import dev.parley.presence.effect.Effects;
import dev.parley.presence.effect.Effects.Delivery;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Sessions that are opened: how many an account may have, and what gives way.
class OpeningTest extends SessionsFixture {

  @Test
  void opensASessionAndTellsThatTheAccountCame() {
    // Given
    var open = log.open("alice", "s1");

    // When
    Effects effects = apply(open);

    // Then
    assertThat(effects.deliveries()).containsExactly(done(open));
    assertThat(effects.announcements()).containsExactly(new Came("alice"));
    assertThat(store.openByDoor()).containsEntry("ws", 1);
    assertThat(audit(effects))
        .extracting(AuditEvent::action)
        .containsExactly(AuditAction.SESSION_OPENED);
  }

  @Test
  void refusesASecondSession() {
    // Given
    apply(log.open("alice", "s1"));

    // When
    Effects effects = apply(log.open("alice", "s2"));

    // Then
    assertThat(refusals(effects)).containsExactly(ErrorCode.ALREADY_LOGGED_IN);
    assertThat(effects.announcements()).isEmpty();
    assertThat(audit(effects)).isEmpty();
    assertThat(opens("already_logged_in")).isEqualTo(1);
  }

  @Test
  void refusesTheSecondOfTwoSessionsInOneBatch() {
    // Given
    var first = log.open("alice", "s1");
    var second = log.open("alice", "s2");

    // When
    Effects effects = apply(first, second);

    // Then
    assertThat(effects.deliveries().getFirst()).isEqualTo(done(first));
    assertThat(refusals(effects)).containsExactly(ErrorCode.ALREADY_LOGGED_IN);
  }

  @Test
  void closesTheFirstSessionAtATakeoverAndAnnouncesNothing() {
    // Given
    apply(log.openAt("g2", "alice", "s1"));

    // When
    Effects effects = apply(log.takeOver("alice", "s2"));

    // Then
    assertThat(effects.deliveries())
        .contains(new Delivery("g2", new SessionTakenOver("alice", "s1")));
    assertThat(effects.announcements()).isEmpty();
    assertThat(store.openByDoor()).containsEntry("ws", 1);
    assertThat(audit(effects))
        .extracting(AuditEvent::item, AuditEvent::action, AuditEvent::subject)
        .containsExactly(
            tuple(0, AuditAction.SESSION_OPENED, null),
            tuple(1, AuditAction.LOGGED_OUT, "taken_over"));
  }

  @Test
  void takesOverTheOldestWhereSeveralSessionsAreAllowed() {
    // Given
    var two = sessions(FixedSessionConfig.perAccount(2));
    two.apply(List.of(log.open("alice", "s1"), log.open("alice", "s2")));

    // When
    Effects effects = two.apply(List.of(log.takeOver("alice", "s3")));

    // Then
    assertThat(effects.deliveries())
        .contains(new Delivery(Changes.GATEWAY, new SessionTakenOver("alice", "s1")))
        .doesNotContain(new Delivery(Changes.GATEWAY, new SessionTakenOver("alice", "s2")));
  }

  @Test
  void answersDoneWhenAnOpenSessionIsOpenedOnceMore() {
    // Given
    apply(log.open("alice", "s1"));
    var again = log.open("alice", "s1");

    // When
    Effects effects = apply(again);

    // Then
    assertThat(effects.deliveries()).containsExactly(done(again));
    assertThat(effects.announcements()).isEmpty();
    assertThat(audit(effects)).isEmpty();
    assertThat(opens("repeated")).isEqualTo(1);
  }

  @Test
  void refusesToOpenASessionThatHasEnded() {
    // Given
    apply(log.open("alice", "s1"), log.close("alice", "s1"));

    // When
    Effects effects = apply(log.open("alice", "s1"));

    // Then
    assertThat(refusals(effects)).containsExactly(ErrorCode.UNAVAILABLE);
  }

  @Test
  void refusesASessionIdThatBelongsToAnotherAccount() {
    // Given
    apply(log.open("alice", "s1"));

    // When
    Effects effects = apply(log.open("mallory", "s1"));

    // Then
    assertThat(refusals(effects)).containsExactly(ErrorCode.UNAVAILABLE);
  }

  @Test
  void keepsARefusalEvenIfThePlaceIsFreeWhenTheRecordComesAgain() {
    // Given
    var first = log.open("alice", "s1");
    var refused = log.open("alice", "s2");
    apply(first, refused, log.close("alice", "s1"));

    // When
    Effects effects = apply(refused);

    // Then
    assertThat(refusals(effects)).containsExactly(ErrorCode.ALREADY_LOGGED_IN);
    assertThat(store.openByDoor()).isEmpty();
  }
}
