package dev.parley.gateway.session;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.conversation.CursorMove;
import dev.parley.contracts.conversation.MoveCursors;
import dev.parley.contracts.delivery.Done;
import dev.parley.contracts.presence.CloseSession;
import dev.parley.gateway.door.CloseReason;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/// When a message counts as given, and as read.
class SessionCursorsTest extends OnSessions {
  @Test
  void movesTheCursorWhenTheClientHasShownThatItGotThere() {
    // Given
    Session session = openWith(summary("!alice", 0, 0), lobby(), summary("@alice+bob", 0, 0));
    sessions.start(session);
    deliver("@alice+bob", 1, 2);
    sessions.reportCursors();
    sessions.reportCursors();
    assertThat(records.all(MoveCursors.class)).isEmpty();

    // When
    session.onClientActivity();
    sessions.reportCursors();
    sessions.reportCursors();

    // Then
    assertThat(records.last(MoveCursors.class).moves())
        .containsExactly(new CursorMove("@alice+bob", "alice", 2, 2));
  }

  /// A login right after would be given again what was read, for as long as the report takes.
  @Test
  void storesAtItsEndWhatIsStillOnItsWayToBeReported() {
    // Given
    Session session = openWith(summary("!alice", 0, 0), lobby(), summary("@alice+bob", 0, 0));
    sessions.start(session);
    deliver("@alice+bob", 1, 2);
    session.onClientActivity();
    sessions.reportCursors();
    assertThat(records.all(MoveCursors.class)).isEmpty();

    // When
    sessions.end(session, CloseReason.LOGOUT);

    // Then
    MoveCursors stored = records.last(MoveCursors.class);
    assertThat(stored.replyTo()).isNotNull();
    assertThat(stored.moves()).containsExactly(new CursorMove("@alice+bob", "alice", 2, 2));
  }

  @Test
  void doesNotMoveTheCursorForBytesThatStillWait() {
    // Given
    Session session = openWith(summary("!alice", 0, 0), lobby(), summary("@alice+bob", 0, 0));
    sessions.start(session);
    deliver("@alice+bob", 1, 2);
    connection.drained = false;

    // When
    session.onClientActivity();
    sessions.end(session, CloseReason.LOST);

    // Then
    assertThat(records.all(MoveCursors.class)).isEmpty();
  }

  @Test
  void closesTheSessionOnlyWhenItsCursorsAreStored() {
    // Given
    Session session = openWith(summary("!alice", 0, 0), lobby(), summary("@alice+bob", 0, 0));
    sessions.start(session);
    deliver("@alice+bob", 1, 1);

    // When
    CompletableFuture<Void> ended = sessions.end(session, CloseReason.LOGOUT);

    // Then
    assertThat(records.all(CloseSession.class)).isEmpty();

    // When
    answer(new Done(requireNonNull(records.last(MoveCursors.class).replyTo()).request()));

    // Then
    assertThat(records.last(CloseSession.class).reason()).isEqualTo("logout");
    assertThat(ended).isNotDone();

    // When
    answer(new Done(requireNonNull(records.last(CloseSession.class).replyTo()).request()));

    // Then
    assertThat(ended).isDone();
    assertThat(registry.all()).isEmpty();
  }

  @Test
  void movesCursorsByReceivedOnlyWhereTheClientAcknowledges() {
    // Given
    connection.acknowledges = true;
    Session session = openWith(summary("!alice", 0, 0), lobby(), summary("@alice+bob", 0, 0));
    sessions.start(session);
    deliver("@alice+bob", 1, 3);

    // When
    session.onClientActivity();

    // Then
    assertThat(session.takeMoves()).isEmpty();

    // When
    session.received(Map.of("@alice+bob", 2L, "#other", 9L));

    // Then
    assertThat(session.takeMoves()).containsExactly(new CursorMove("@alice+bob", "alice", 2, 0));

    // When
    session.received(Map.of("@alice+bob", 99L));
    sessions.end(session, CloseReason.CLOSED);

    // Then
    assertThat(records.last(MoveCursors.class).moves())
        .containsExactly(new CursorMove("@alice+bob", "alice", 3, 0));
  }

  @Test
  void storesWhatWasSeenAtOnceAndNoFurtherThanWhatWasDelivered() {
    // Given
    connection.acknowledges = true;
    Session session = openWith(summary("!alice", 0, 0), lobby(), summary("@alice+bob", 0, 0));
    sessions.start(session);
    deliver("@alice+bob", 1, 3);

    // When
    CompletableFuture<Void> stored = sessions.markRead(session, "@alice+bob", 7);
    MoveCursors move = records.last(MoveCursors.class);

    // Then
    assertThat(move.moves()).containsExactly(new CursorMove("@alice+bob", "alice", 3, 3));
    assertThat(stored).isNotDone();
    answer(new Done(Objects.requireNonNull(move.replyTo()).request()));
    assertThat(stored).isCompleted();
  }
}
