package dev.parley.routing.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.audit.AuditAction;
import dev.parley.contracts.audit.AuditEvent;
import dev.parley.contracts.conversation.Block;
import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.conversation.EntryKind;
import dev.parley.contracts.conversation.Inform;
import dev.parley.contracts.conversation.JoinGroup;
import dev.parley.contracts.conversation.Post;
import dev.parley.contracts.delivery.Acknowledged;
import dev.parley.routing.batch.EngineTest;
import dev.parley.routing.batch.Log;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostsTest extends EngineTest {

  @Test
  void countsTheMessagesOfAConversationFromOne() {
    // When
    process(post(DIRECT, "alice", "a"), post(DIRECT, "bob", "b"), post(DIRECT, "alice", "c"));

    // Then
    assertThat(acknowledgedSeqs()).containsExactly(1L, 2L, 3L);
    assertThat(storage.entries(DIRECT)).extracting(Entry::seq).containsExactly(1L, 2L, 3L);
  }

  @Test
  void countsEachConversationForItself() {
    // Given
    String other = ConversationId.direct("alice", "carol");

    // When
    process(post(DIRECT, "alice", "a"), post(other, "alice", "b"), post(DIRECT, "alice", "c"));

    // Then
    assertThat(acknowledgedSeqs()).containsExactly(1L, 1L, 2L);
  }

  @Test
  void goesOnWhereTheLastBatchEnded() {
    // Given
    process(post(DIRECT, "alice", "a"));

    // When
    process(post(DIRECT, "alice", "b"));

    // Then
    assertThat(acknowledgedSeqs()).containsExactly(1L, 2L);
  }

  @Test
  void takesTheTimeOfAnEntryFromItsRecord() {
    // When
    process(post(DIRECT, "alice", "a"));

    // Then
    assertThat(storage.entries(DIRECT)).extracting(Entry::at).containsExactly(Log.START);
    assertThat(published.acknowledged()).containsExactly(new Acknowledged(1, 1, Log.START));
  }

  @Test
  void tellsBothInboxesOfTheFirstMessageOfADirectConversationOnly() {
    // When
    process(post(DIRECT, "alice", "a"), post(DIRECT, "bob", "b"));

    // Then
    assertThat(published.informs())
        .extracting(Inform::conversation, Inform::kind, Inform::subject)
        .containsExactly(
            tuple("!alice", EntryKind.ADDED_TO, DIRECT), tuple("!bob", EntryKind.ADDED_TO, DIRECT));
  }

  @Test
  void keepsNotesToOneselfWithOneMember() {
    // When
    process(post("@alice+alice", "alice", "a"));

    // Then
    assertThat(acknowledgedSeqs()).containsExactly(1L);
    assertThat(published.informs()).extracting(Inform::conversation).containsExactly("!alice");
  }

  @Test
  void answersAPostThatIsRepeatedInOneBatchWithItsSeq() {
    // When
    process(post(DIRECT, "alice", "a"), post(DIRECT, "bob", "b"), post(DIRECT, "alice", "a"));

    // Then
    assertThat(acknowledgedSeqs()).containsExactly(1L, 2L, 1L);
    assertThat(storage.entries(DIRECT)).hasSize(2);
  }

  @Test
  void answersAPostThatIsRepeatedInALaterBatchWithItsSeqAndTime() {
    // Given
    process(post(DIRECT, "alice", "a"));

    // When
    process(post(DIRECT, "bob", "b"), post(DIRECT, "alice", "a"), post(DIRECT, "bob", "c"));

    // Then
    assertThat(acknowledgedSeqs()).containsExactly(1L, 2L, 1L, 3L);
    assertThat(published.acknowledged().get(2).at()).isEqualTo(Log.START);
  }

  @Test
  void doesNotLookUpWhatIsNew() {
    // Given
    process(post(DIRECT, "alice", "a"));

    // When
    process(post(DIRECT, "alice", "b"), post(DIRECT, "bob", "c"));

    // Then
    assertThat(storage.lookups()).isZero();
  }

  @Test
  void letsTheSameClientMessageIdBeUsedByDifferentAuthors() {
    // When
    process(post(DIRECT, "alice", "1"), post(DIRECT, "bob", "1"));

    // Then
    assertThat(acknowledgedSeqs()).containsExactly(1L, 2L);
  }

  @Test
  void storesNothingOfARefusedPost() {
    // When
    process(post(DIRECT, "carol", "a"), post(DIRECT, "alice", "b"));

    // Then
    assertThat(refusals()).containsExactly(ErrorCode.BAD_COMMAND);
    assertThat(storage.entries(DIRECT)).extracting(Entry::author).containsExactly("alice");
  }

  @ParameterizedTest
  @CsvSource({
    "@alice+nobody, alice, NO_SUCH_USER",
    "@nobody+zoe, nobody, NO_SUCH_USER",
    "@alice+x, alice, NO_SUCH_USER",
    "@bob+alice, alice, BAD_COMMAND",
    "@alice, alice, BAD_COMMAND",
    "@alice+bob+carol, alice, NO_SUCH_USER",
    "#nowhere, alice, NO_SUCH_GROUP",
    "#lobby, nobody, NO_SUCH_USER",
    "!alice, alice, BAD_COMMAND",
    "garbage, alice, BAD_COMMAND"
  })
  void refusesPostsThatCannotBe(String conversation, String sender, ErrorCode code) {
    // When
    process(post(conversation, sender, "a"));

    // Then
    assertThat(refusals()).containsExactly(code);
  }

  @Test
  void refusesThePostOfAnAccountThatIsYoungerThanThePost() {
    // Given
    engine.accounts().add("late", Log.START + 100);

    // When
    process(post(ConversationId.direct("alice", "late"), "alice", "a"));

    // Then
    assertThat(refusals()).containsExactly(ErrorCode.NO_SUCH_USER);
  }

  @Test
  void letsEveryAccountPostToTheLobby() {
    // When
    process(post(ConversationId.LOBBY, "alice", "a"), post(ConversationId.LOBBY, "bob", "b"));

    // Then
    assertThat(acknowledgedSeqs()).containsExactly(1L, 2L);
    assertThat(published.informs()).isEmpty();
  }

  @Test
  void letsMembersOnlyPostToAGroup() {
    // Given
    process(new JoinGroup("#open", "alice", "j", replyTo()));

    // When
    process(post("#open", "alice", "a"), post("#open", "bob", "b"));

    // Then
    assertThat(acknowledgedSeqs()).containsExactly(2L);
    assertThat(refusals()).containsExactly(ErrorCode.NOT_MEMBER);
  }

  @Test
  void acknowledgesAStoredPostThatWouldBeRefusedNow() {
    // Given
    process(post(DIRECT, "alice", "a"));
    process(new Block(DIRECT, "bob", "alice", replyTo()));

    // When
    process(post(DIRECT, "alice", "a"), post(DIRECT, "alice", "b"));

    // Then
    assertThat(acknowledgedSeqs()).containsExactly(1L, 1L);
    assertThat(refusals()).containsExactly(ErrorCode.BLOCKED);
  }

  @Test
  void cleansATextThatAGatewayLetThrough() {
    // When
    process(new Post(DIRECT, "alice", "a", "be\u0007ep\u0000", replyTo()));

    // Then
    assertThat(storage.entries(DIRECT)).extracting(Entry::text).containsExactly("beep");
  }

  @Test
  void refusesATextOfNothingButControlCharacters() {
    // When
    process(new Post(DIRECT, "alice", "a", "\u0000\u0007", replyTo()));

    // Then
    assertThat(refusals()).containsExactly(ErrorCode.BAD_COMMAND);
  }

  @Test
  void refusesAClientMessageIdThatTheDatabaseCannotHold() {
    // When
    process(post(DIRECT, "alice", "a\u0000"));

    // Then
    assertThat(refusals()).containsExactly(ErrorCode.BAD_COMMAND);
  }

  @Test
  void tellsTheAuditWhereAMessageIsAndHowLongButNotWhatItSays() {
    // When
    process(new Post(DIRECT, "alice", "a", "grüße", replyTo()));

    // Then
    assertThat(published.audit())
        .containsExactly(
            new AuditEvent(
                0,
                0,
                Log.START,
                AuditAction.MESSAGE_POSTED,
                "alice",
                DIRECT,
                null,
                1L,
                7,
                null,
                null));
  }

  @Test
  void needsNobodyToWait() {
    // When
    process(new Post(DIRECT, "alice", "a", "text", null), new Post(DIRECT, "eve", "a", "x", null));

    // Then
    assertThat(storage.entries(DIRECT)).hasSize(1);
    assertThat(published.to(GATEWAY)).isEmpty();
  }
}
