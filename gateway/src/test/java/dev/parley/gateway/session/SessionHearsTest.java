package dev.parley.gateway.session;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.auth.Role;
import dev.parley.contracts.conversation.CursorMove;
import dev.parley.contracts.conversation.Enroll;
import dev.parley.contracts.conversation.EntryKind;
import dev.parley.contracts.conversation.MoveCursors;
import dev.parley.contracts.conversation.Subscribe;
import dev.parley.contracts.delivery.BacklogPage;
import dev.parley.contracts.delivery.ConversationEntries;
import dev.parley.contracts.delivery.ConversationList;
import dev.parley.contracts.delivery.ConversationSummary;
import dev.parley.contracts.delivery.Done;
import dev.parley.contracts.delivery.Refused;
import dev.parley.contracts.delivery.Reply;
import dev.parley.contracts.delivery.Subscribed;
import dev.parley.contracts.presence.CloseSession;
import dev.parley.contracts.presence.OpenSession;
import dev.parley.contracts.presence.ResumeSession;
import dev.parley.contracts.presence.Typing;
import dev.parley.contracts.query.FetchBacklog;
import dev.parley.contracts.query.ListConversations;
import dev.parley.contracts.query.Range;
import dev.parley.gateway.Entries;
import dev.parley.gateway.door.CloseReason;
import dev.parley.gateway.door.Event;
import dev.parley.gateway.door.FakeConnection;
import dev.parley.gateway.exchange.Exchange;
import dev.parley.gateway.exchange.FakePublisher;
import dev.parley.gateway.exchange.LoopTurns;
import dev.parley.gateway.exchange.RequestFailedException;
import dev.parley.gateway.subscription.LogSubscriptionPublisher;
import dev.parley.gateway.subscription.SubscriptionTable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// What a session is told of that others do, and of what its own account does.
class SessionHearsTest extends OnSessions {
  @Test
  void hearsNothingOfABlockedAuthorInGroups() {
    // Given
    Session session = openBlocking("bob", summary("!alice", 0, 0), lobby(), summary("#team", 0, 0));
    sessions.start(session);

    // When
    deliver("#team", 1, 2);

    // Then
    assertThat(connection.seqs()).isEmpty();
  }

  @Test
  void hearsOfMutesWhoeverGivesThem() {
    // Given
    Session session = openBlocking("bob", summary("!alice", 0, 0), lobby(), summary("#team", 0, 0));
    sessions.start(session);

    // When
    table.onEntries(
        new ConversationEntries(
            "#team",
            List.of(
                Entries.change(1, EntryKind.MUTED, "bob", "alice"),
                Entries.change(2, EntryKind.UNMUTED, "bob", "carol"))),
        turns);
    turns.run();

    // Then
    assertThat(connection.seqs()).containsExactly(1L, 2L);
  }

  @Test
  void isNotToldOfItsOwnMessagesAgain() {
    // Given
    Session session = openWith(summary("!alice", 0, 0), lobby(), summary("@alice+bob", 0, 0));
    sessions.start(session);
    String here = session.nextClientMessageId();

    // When
    table.onEntries(
        new ConversationEntries(
            "@alice+bob",
            List.of(Entries.message(1, "alice", here), Entries.message(2, "alice", "c12.1"))),
        turns);
    turns.run();

    // Then
    assertThat(connection.seqs()).containsExactly(2L);
  }

  @Test
  void isNotToldOfWhatItNamedItself() {
    // Given
    Session session = openWith(summary("!alice", 0, 0), lobby(), summary("@alice+bob", 0, 0));
    sessions.start(session);
    String named = session.clientMessageId("mine");

    // When
    table.onEntries(
        new ConversationEntries(
            "@alice+bob",
            List.of(Entries.message(1, "alice", named), Entries.message(2, "alice", "other"))),
        turns);
    turns.run();

    // Then
    assertThat(connection.seqs()).containsExactly(2L);
  }

  @Test
  void tellsAtMostEveryThreeSecondsThatSomebodyWritesAndOnlyWhereItBelongs() {
    // Given
    Session session = openWith(summary("!alice", 0, 0), lobby(), summary("@alice+bob", 0, 0));
    sessions.start(session);

    // When
    sessions.tellTyping(session, "@alice+bob");
    sessions.tellTyping(session, "@alice+bob");
    sessions.tellTyping(session, "#lobby");
    sessions.tellTyping(session, "@bob+carol");

    // Then
    assertThat(records.all(Typing.class)).containsExactly(new Typing("@alice+bob", "alice"));
  }

  @Test
  void hearsOfOthersThatTheyWriteButNotOfTheBlocked() {
    // Given
    Session session =
        openBlocking("eve", summary("!alice", 0, 0), lobby(), summary("@alice+bob", 0, 0));
    sessions.start(session);

    // When
    table.onTyping(new Typing("@alice+bob", "bob"), turns);
    table.onTyping(new Typing("@alice+bob", "alice"), turns);
    table.onTyping(new Typing("@alice+bob", "eve"), turns);
    table.onTyping(new Typing("#unknown", "bob"), turns);
    turns.run();

    // Then
    assertThat(connection.written).contains(new Event.Typing("@alice+bob", "bob"));
    assertThat(connection.written).filteredOn(Event.Typing.class::isInstance).hasSize(1);
  }
}
