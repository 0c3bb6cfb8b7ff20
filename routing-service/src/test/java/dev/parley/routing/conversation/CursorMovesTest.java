package dev.parley.routing.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.conversation.CursorMove;
import dev.parley.contracts.conversation.Enroll;
import dev.parley.contracts.conversation.MoveCursors;
import dev.parley.contracts.delivery.Done;
import dev.parley.routing.batch.EngineTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CursorMovesTest extends EngineTest {

  @BeforeEach
  void postThree() {
    process(post(DIRECT, "alice", "a"), post(DIRECT, "alice", "b"), post(DIRECT, "alice", "c"));
  }

  @Test
  void startsTheCursorsOfADirectConversationBeforeItsFirstMessage() {
    // Then
    assertThat(storage.cursors(DIRECT, "bob")).isEqualTo(new Cursors(0, 0));
  }

  @Test
  void movesEachCursorForItself() {
    // When
    process(move("bob", 2, 1));

    // Then
    assertThat(storage.cursors(DIRECT, "bob")).isEqualTo(new Cursors(2, 1));
  }

  @Test
  void neverMovesACursorBack() {
    // Given
    process(move("bob", 3, 2));

    // When
    process(move("bob", 1, 0));

    // Then
    assertThat(storage.cursors(DIRECT, "bob")).isEqualTo(new Cursors(3, 2));
  }

  @Test
  void neverMovesACursorAboveTheLastEntry() {
    // When
    process(move("bob", 99, 98));

    // Then
    assertThat(storage.cursors(DIRECT, "bob")).isEqualTo(new Cursors(3, 3));
  }

  @Test
  void takesTheHighestOfSeveralMovesInOneBatch() {
    // When
    process(move("bob", 3, 0), move("bob", 1, 2));

    // Then
    assertThat(storage.cursors(DIRECT, "bob")).isEqualTo(new Cursors(3, 2));
  }

  @Test
  void passesOverWhoIsNoMemberAndWhatDoesNotExist() {
    // When
    process(move("carol", 1, 1));
    process(new MoveCursors(List.of(new CursorMove("#none", "bob", 1, 1)), null));

    // Then
    assertThat(storage.cursors(DIRECT, "carol")).isNull();
    assertThat(storage.cursors("#none", "bob")).isNull();
  }

  @Test
  void movesTheCursorsOfTheLobby() {
    // Given
    process(new Enroll("bob", null));
    process(post(ConversationId.LOBBY, "alice", "l"));

    // When
    process(new MoveCursors(List.of(new CursorMove(ConversationId.LOBBY, "bob", 1, 1)), null));

    // Then
    assertThat(storage.cursors(ConversationId.LOBBY, "bob")).isEqualTo(new Cursors(1, 1));
  }

  @Test
  void answersWhoWaitsUntilTheyAreStored() {
    // Given
    List<CursorMove> moves = List.of(new CursorMove(DIRECT, "bob", 2, 2));

    // When
    process(new MoveCursors(moves, replyTo()));

    // Then
    assertThat(published.replies()).last().isInstanceOf(Done.class);
  }

  private static MoveCursors move(String account, long given, long read) {
    return new MoveCursors(List.of(new CursorMove(DIRECT, account, given, read)), null);
  }
}
