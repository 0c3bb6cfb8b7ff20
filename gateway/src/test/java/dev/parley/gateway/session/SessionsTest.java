package dev.parley.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.conversation.Enroll;
import dev.parley.contracts.conversation.Subscribe;
import dev.parley.contracts.delivery.Done;
import dev.parley.contracts.delivery.Refused;
import dev.parley.contracts.presence.CloseSession;
import dev.parley.contracts.presence.OpenSession;
import dev.parley.contracts.presence.ResumeSession;
import dev.parley.contracts.query.FetchBacklog;
import dev.parley.contracts.query.Range;
import dev.parley.gateway.exchange.RequestFailedException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/// How sessions begin.
class SessionsTest extends OnSessions {
  @Test
  void subscribesToTheInboxFirstAndThenToEveryConversation() {
    // When
    openWith(summary("#team", 5, 5), summary("!alice", 0, 0), lobby());

    // Then
    List<String> asked =
        records.all(Subscribe.class).stream().flatMap(s -> s.after().keySet().stream()).toList();
    assertThat(asked).containsExactlyInAnyOrder("!alice", "#lobby", "#team");
  }

  @Test
  void enrollsAnAccountThatHasNoPlaceInTheLobbyYet() {
    // Given
    sessions.open(connection, ALICE, false);
    answerOpen();

    // When
    answerList(summary("!alice", 0, 0));

    // Then
    assertThat(records.last(Enroll.class).account()).isEqualTo("alice");
  }

  @Test
  void resumesFromWhereTheClientIsAndAsksForItsOwnMessagesToo() {
    // Given
    connection.acknowledges = true;
    CompletableFuture<Session> opening =
        sessions.resume(connection, ALICE, Map.of("@alice+bob", 2L, "#team", 99L));
    ResumeSession asked = records.last(ResumeSession.class);
    answer(new Done(asked.replyTo().request()));
    answerList(
        summary("!alice", 0, 0), lobby(), summary("@alice+bob", 4, 5), summary("#team", 1, 3));
    subscribed("!alice", 0, List.of());
    subscribed("#lobby", 0, List.of());
    subscribed("@alice+bob", 5, List.of());
    subscribed("#team", 3, List.of("alice"));

    // When
    sessions.start(opening.join());

    // Then
    FetchBacklog backlog = records.last(FetchBacklog.class);
    assertThat(asked.token()).isEqualTo("t-1");
    assertThat(backlog.ranges()).containsExactly(new Range("@alice+bob", 2, 5));
    assertThat(backlog.own()).isTrue();
  }

  @Test
  void closesWhatMayHaveBeenOpenedWhenTheOpeningFails() {
    // Given
    CompletableFuture<Session> opening = sessions.open(connection, ALICE, false);
    OpenSession open = records.last(OpenSession.class);

    // When
    answer(new Refused(open.replyTo().request(), ErrorCode.ALREADY_LOGGED_IN, "twice", 0));

    // Then
    assertThat(opening.isCompletedExceptionally()).isTrue();
    assertThat(opening.exceptionNow()).isInstanceOf(RequestFailedException.class);
    assertThat(records.last(CloseSession.class).session()).isEqualTo(open.session());
  }

  @Test
  void givesEveryOpeningAnIdOfItsOwn() {
    // When
    sessions.open(connection, ALICE, false);
    String first = records.last(OpenSession.class).session();
    sessions.open(connection, ALICE, false);

    // Then
    assertThat(records.last(OpenSession.class).session()).isNotEqualTo(first);
  }

  @Test
  void opensBrieflyUnseenAndLeavesWhatWaits() {
    // Given
    CompletableFuture<Session> opened = sessions.openBriefly(connection, ALICE);

    // When
    answerList(summary("!alice", 0, 0), lobby(), summary("@alice+bob", 1, 3));

    // Then
    assertThat(opened.join().missedAtLogin()).containsExactly(new Range("@alice+bob", 1, 3));
    assertThat(records.all(OpenSession.class)).isEmpty();
    assertThat(records.all(Subscribe.class)).isEmpty();
    assertThat(registry.all()).isEmpty();
  }
}
