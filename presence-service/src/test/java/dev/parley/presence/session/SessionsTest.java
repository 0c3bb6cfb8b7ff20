package dev.parley.presence.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.audit.AuditAction;
import dev.parley.contracts.audit.AuditEvent;
import dev.parley.contracts.consumer.TemporaryFaultException;
import dev.parley.contracts.delivery.Done;
import dev.parley.contracts.delivery.GatewayRecord;
import dev.parley.contracts.delivery.Refused;
import dev.parley.contracts.delivery.SessionTakenOver;
import dev.parley.contracts.presence.AwayChanged;
import dev.parley.contracts.presence.Came;
import dev.parley.contracts.presence.GatewayExpired;
import dev.parley.contracts.presence.SetAway;
import dev.parley.contracts.presence.Went;
import dev.parley.presence.effect.Cause;
import dev.parley.presence.effect.Effects;
import dev.parley.presence.effect.Effects.Delivery;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SessionsTest {

  private final InMemorySessionStore store = new InMemorySessionStore();
  private final MeterRegistry meters = new SimpleMeterRegistry();
  private final Changes log = new Changes();
  private final Sessions sessions = sessions(FixedSessionConfig.perAccount(1));

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

  @Test
  void tellsWhoIsAwayWhileItIsHere() {
    // Given
    apply(log.open("alice", "s1"));

    // When
    Effects effects =
        sessions.setAway(
            List.of(
                new SetAway("alice", "s1", Changes.GATEWAY, false),
                new SetAway("alice", "s1", Changes.GATEWAY, true),
                new SetAway("bob", "s2", Changes.GATEWAY, true)));

    // Then
    assertThat(effects.announcements()).containsExactly(new AwayChanged("alice", true));
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
  void changesNothingAndTellsTheSameWhenABatchComesAgain() {
    // Given
    Change[] batch = {
      log.openAt("g2", "alice", "s1"), log.takeOver("alice", "s2"), log.open("alice", "s3"),
    };
    Effects first = apply(batch);

    // When
    Effects again = apply(batch);

    // Then
    assertThat(again.deliveries()).isEqualTo(first.deliveries());
    assertThat(again.auditByPartition()).isEqualTo(first.auditByPartition());
    assertThat(again.announcements()).containsExactly(new Came("alice"));
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

  @Test
  void keepsNothingOfABatchWhoseCommitFails() {
    // Given
    store.failAtNextCommit();
    var open = log.open("alice", "s1");

    // When
    assertThatThrownBy(() -> apply(open)).isInstanceOf(TemporaryFaultException.class);

    // Then
    assertThat(store.openByDoor()).isEmpty();
    assertThat(apply(open).deliveries()).containsExactly(done(open));
  }

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

  @Test
  void announcesUpToTheLimitAndNothingAboveIt() {
    // Given
    var limited = sessions(FixedSessionConfig.announcingUpTo(2));
    limited.apply(List.of(log.open("alice", "s1")));

    // When
    Effects atLimit = limited.apply(List.of(log.open("bob", "s2")));
    Effects above = limited.apply(List.of(log.open("carol", "s3")));
    Effects backToLimit = limited.apply(List.of(log.close("carol", "s3")));
    Effects below = limited.apply(List.of(log.close("bob", "s2")));

    // Then
    assertThat(atLimit.announcements()).containsExactly(new Came("bob"));
    assertThat(above.announcements()).isEmpty();
    assertThat(backToLimit.announcements()).isEmpty();
    assertThat(below.announcements()).containsExactly(new Went("bob"));
  }

  @Test
  void tellsOfAnEndedGatewayHoweverManyAreOnline() {
    // Given
    var silent = sessions(FixedSessionConfig.announcingUpTo(0));
    silent.apply(
        IntStream.range(0, 50).<Change>mapToObj(i -> log.open("user" + i, "s" + i)).toList());

    // When
    Effects effects = silent.apply(List.of(log.stopped(Changes.GATEWAY)));

    // Then
    assertThat(effects.announcements()).containsExactly(new GatewayExpired(Changes.GATEWAY));
  }

  @Test
  void handlesATopicThatWasMadeAnewFromItsStart() {
    // Given
    apply(log.open("alice", "s1"), log.open("bob", "s2"));
    var anew =
        new Change.Opening(
            log.open("carol", "s3").request(), new Cause(Changes.PARTITION, 0, 1_800_000_000_000L));

    // When
    Effects effects = apply(anew);

    // Then
    assertThat(effects.announcements()).containsExactly(new Came("carol"));
  }

  private Sessions sessions(SessionConfig config) {
    return new Sessions(store, config, meters);
  }

  private Effects apply(Change... changes) {
    return sessions.apply(List.of(changes));
  }

  private double opens(String outcome) {
    return meters.counter("parley.presence.opens", "outcome", outcome).count();
  }

  private static Delivery done(Change.Opening open) {
    return new Delivery(open.request().gateway(), new Done(open.request().replyTo().request()));
  }

  private static List<AuditEvent> audit(Effects effects) {
    return effects.auditByPartition().getOrDefault(Changes.PARTITION, List.of());
  }

  private static List<ErrorCode> refusals(Effects effects) {
    return effects.deliveries().stream()
        .map(Delivery::record)
        .filter(Refused.class::isInstance)
        .map((GatewayRecord record) -> ((Refused) record).code())
        .toList();
  }
}
