package dev.parley.presence.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.audit.AuditAction;
import dev.parley.contracts.audit.AuditEvent;
import dev.parley.contracts.delivery.Done;
import dev.parley.contracts.delivery.SessionTakenOver;
import dev.parley.contracts.presence.Came;
import dev.parley.presence.effect.Effects;
import dev.parley.presence.effect.Effects.Delivery;
import org.junit.jupiter.api.Test;

/// Sessions that go on by a token.
class ResumingTest extends SessionsFixture {

  @Test
  void goesOnWithTheSessionOfATokenAndClosesWhereItStillIs() {
    // Given
    apply(log.openWith("t1", "alice", "s1"));

    // When
    var resume = log.resume("t1", "alice", "s2");
    Effects effects = apply(resume);

    // Then
    assertThat(effects.deliveries())
        .containsExactly(
            new Delivery(Changes.GATEWAY, new SessionTakenOver("alice", "s1")),
            new Delivery(Changes.GATEWAY, new Done(resume.cause().offset())));
    assertThat(effects.announcements()).isEmpty();
    assertThat(audit(effects))
        .extracting(AuditEvent::action, AuditEvent::subject)
        .containsExactly(
            tuple(AuditAction.SESSION_OPENED, null), tuple(AuditAction.LOGGED_OUT, "resumed"));
  }

  @Test
  void goesOnWithASessionWhoseConnectionWasLostTimeAndAgain() {
    // Given
    apply(log.openWith("t1", "alice", "s1"));
    apply(log.closeUnasked("alice", "s1", Changes.GATEWAY));
    apply(log.resume("t1", "alice", "s2"));
    apply(log.closeUnasked("alice", "s2", Changes.GATEWAY));

    // When
    Effects effects = apply(log.resume("t1", "alice", "s3"));

    // Then
    assertThat(refusals(effects)).isEmpty();
    assertThat(effects.announcements()).containsExactly(new Came("alice"));
    assertThat(opens("resumed")).isEqualTo(2);
  }

  @Test
  void refusesTheTokenOfASessionThatWasLoggedOut() {
    // Given
    apply(log.openWith("t1", "alice", "s1"));
    apply(log.close("alice", "s1"));

    // When
    Effects effects = apply(log.resume("t1", "alice", "s2"));

    // Then
    assertThat(refusals(effects)).containsExactly(ErrorCode.BAD_CREDENTIALS);
  }

  @Test
  void refusesTheTokenOfASessionThatWasTakenOverAlsoAfterThatOneEnded() {
    // Given
    apply(log.openWith("t1", "alice", "s1"));
    apply(log.takeOver("alice", "s2"));
    apply(log.close("alice", "s2"));

    // When
    Effects effects = apply(log.resume("t1", "alice", "s3"));

    // Then
    assertThat(refusals(effects)).containsExactly(ErrorCode.BAD_CREDENTIALS);
  }

  @Test
  void refusesATokenWhoseSessionWasLostWhileTheAccountHasAnother() {
    // Given
    apply(log.openWith("t1", "alice", "s1"));
    apply(log.closeUnasked("alice", "s1", Changes.GATEWAY));
    apply(log.open("alice", "s2"));

    // When
    Effects effects = apply(log.resume("t1", "alice", "s3"));

    // Then
    assertThat(refusals(effects)).containsExactly(ErrorCode.ALREADY_LOGGED_IN);
  }

  @Test
  void refusesATokenOfNoSessionAndOneOfAnotherAccount() {
    // Given
    apply(log.openWith("t1", "alice", "s1"));

    // When
    Effects effects = apply(log.resume("t2", "alice", "s2"), log.resume("t1", "mallory", "s3"));

    // Then
    assertThat(refusals(effects))
        .containsExactly(ErrorCode.BAD_CREDENTIALS, ErrorCode.BAD_CREDENTIALS);
  }

  @Test
  void tellsARepeatedResumeAsTheFirstTime() {
    // Given
    apply(log.openWith("t1", "alice", "s1"));
    var resume = log.resume("t1", "alice", "s2");
    Effects first = apply(resume);

    // When
    Effects again = apply(resume);

    // Then
    assertThat(again.deliveries()).isEqualTo(first.deliveries());
    assertThat(audit(again)).isEqualTo(audit(first));
  }
}
