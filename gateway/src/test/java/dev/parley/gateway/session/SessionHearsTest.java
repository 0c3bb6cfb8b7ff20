package dev.parley.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.conversation.EntryKind;
import dev.parley.contracts.delivery.ConversationEntries;
import dev.parley.contracts.presence.Typing;
import dev.parley.gateway.Entries;
import dev.parley.gateway.door.Event;
import java.util.List;
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
