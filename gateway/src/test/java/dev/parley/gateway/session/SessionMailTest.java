package dev.parley.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.conversation.EntryKind;
import dev.parley.contracts.delivery.ConversationEntries;
import dev.parley.contracts.query.FetchBacklog;
import dev.parley.contracts.query.Range;
import dev.parley.gateway.Entries;
import dev.parley.gateway.door.CloseReason;
import dev.parley.gateway.door.Event;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// What waited for an account, and how it goes over into what comes.
class SessionMailTest extends OnSessions {
  @Test
  void deliversWhatWasMissedThenGoesLive() {
    // Given
    Session session = openWith(summary("!alice", 0, 0), lobby(), summary("@alice+bob", 1, 3));
    sessions.start(session);
    assertThat(records.last(FetchBacklog.class).ranges())
        .containsExactly(new Range("@alice+bob", 1, 3));

    // When
    answerBacklog(2, Entries.messages("bob", 2, 3), List.of());
    deliver("@alice+bob", 4, 4);

    // Then
    assertThat(connection.written).first().isEqualTo(new Event.Offline(2));
    assertThat(connection.seqs()).containsExactly(2L, 3L, 4L);
  }

  @Test
  void losesNothingThatComesWhileItCatchesUp() {
    // Given
    Session session = openWith(summary("!alice", 0, 0), lobby(), summary("@alice+bob", 0, 2));
    sessions.start(session);

    // When
    deliver("@alice+bob", 3, 3);
    answerBacklog(2, Entries.messages("bob", 1, 2), List.of());

    // Then
    assertThat(records.last(FetchBacklog.class).ranges())
        .containsExactly(new Range("@alice+bob", 2, 3));

    // When
    answerBacklog(1, Entries.messages("bob", 3, 3), List.of());
    deliver("@alice+bob", 4, 4);

    // Then
    assertThat(connection.seqs()).containsExactly(1L, 2L, 3L, 4L);
  }

  @Test
  void fetchesALongAbsencePageByPage() {
    // Given
    Session session = openWith(summary("!alice", 0, 0), lobby(), summary("@alice+bob", 0, 3));
    sessions.start(session);

    // When
    answerBacklog(3, Entries.messages("bob", 1, 2), List.of(new Range("@alice+bob", 2, 3)));
    answerBacklog(3, Entries.messages("bob", 3, 3), List.of());

    // Then
    assertThat(connection.seqs()).containsExactly(1L, 2L, 3L);
    assertThat(connection.written).filteredOn(Event.Offline.class::isInstance).hasSize(1);
  }

  @Test
  void dropsAClientThatTakesNothingOfItsBacklog() {
    // Given
    Session session = openWith(summary("!alice", 0, 0), lobby(), summary("@alice+bob", 0, 2));
    connection.taken = new CompletableFuture<>();
    sessions.start(session);

    // When
    answerBacklog(2, Entries.messages("bob", 1, 2), List.of());

    // Then
    await().untilAsserted(() -> assertThat(connection.closed).isEqualTo(CloseReason.SLOW_READER));
  }

  @Test
  void goesLiveBehindEntriesThatAreNotForTheReader() {
    // Given
    Session session = openWith(summary("!alice", 0, 0), lobby(), summary("@alice+bob", 0, 3));
    sessions.start(session);

    // When
    answerBacklog(0, List.of(), List.of());
    deliver("@alice+bob", 4, 4);

    // Then
    assertThat(connection.seqs()).containsExactly(4L);
  }

  @Test
  void entersAConversationThatTheInboxTellsOf() {
    // Given
    Session session = openWith(summary("!alice", 0, 0), lobby());
    sessions.start(session);

    // When
    table.onEntries(
        new ConversationEntries(
            "!alice", List.of(Entries.change(1, EntryKind.ADDED_TO, "bob", "#team"))),
        turns);
    turns.run();
    subscribed("#team", 4, List.of("alice", "bob"));
    answerBacklog(1, Entries.messages("bob", 4, 4), List.of());
    deliver("#team", 5, 5);

    // Then
    assertThat(connection.seqs()).containsExactly(1L, 4L, 5L);
  }

  /// While the log is slow the owner's answer comes later than any login would wait for it.
  @Test
  void entersAConversationHoweverLateItsOwnerAnswers() {
    // Given
    Session session = openWith(summary("!alice", 0, 0), lobby());
    sessions.start(session);
    table.onEntries(
        new ConversationEntries(
            "!alice", List.of(Entries.change(1, EntryKind.ADDED_TO, "bob", "#team"))),
        turns);
    turns.run();
    CompletableFuture<Void> limit =
        new CompletableFuture<Void>().orTimeout(SUBSCRIBE_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    await().until(limit::isDone);

    // When
    subscribed("#team", 4, List.of("alice", "bob"));
    answerBacklog(1, Entries.messages("bob", 4, 4), List.of());
    deliver("#team", 5, 5);

    // Then
    assertThat(connection.seqs()).containsExactly(1L, 4L, 5L);
  }
}
