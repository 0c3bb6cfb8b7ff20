package dev.parley.presence.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.presence.AwayChanged;
import dev.parley.contracts.presence.Came;
import dev.parley.contracts.presence.GatewayExpired;
import dev.parley.contracts.presence.SetAway;
import dev.parley.contracts.presence.Went;
import dev.parley.presence.effect.Effects;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Who is told that somebody came, went or is away.
class AnnouncementsTest extends SessionsFixture {

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
}
