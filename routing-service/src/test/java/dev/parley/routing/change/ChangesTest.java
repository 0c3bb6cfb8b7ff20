package dev.parley.routing.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.audit.AuditAction;
import dev.parley.contracts.audit.AuditEvent;
import dev.parley.contracts.conversation.DeleteMessage;
import dev.parley.contracts.conversation.EditMessage;
import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.conversation.EntryKind;
import dev.parley.contracts.conversation.Post;
import dev.parley.routing.conversation.LogRecord;
import dev.parley.routing.conversation.StoredMessage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChangesTest extends OnChanges {
  @Test
  void makesAnEntryOfEachChange() {
    // Given
    process(post(DIRECT, "alice", "a"));

    // When
    process(edit("alice", 1, "better"), react("bob", 1, THUMB), pin("bob", 1), unpin("alice", 1));
    process(unreact("bob", 1, THUMB), delete("alice", 1));

    // Then
    assertNothingRefused();
    assertThat(acknowledgedSeqs()).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
    assertThat(storage.entries(DIRECT))
        .extracting(Entry::kind, Entry::author, Entry::target)
        .containsExactly(
            tuple(EntryKind.MESSAGE, "alice", null),
            tuple(EntryKind.EDITED, "alice", 1L),
            tuple(EntryKind.REACTED, "bob", 1L),
            tuple(EntryKind.PINNED, "bob", 1L),
            tuple(EntryKind.UNPINNED, "alice", 1L),
            tuple(EntryKind.UNREACTED, "bob", 1L),
            tuple(EntryKind.DELETED, "alice", 1L));
  }

  @Test
  void keepsWhatChangesHaveMadeOfAMessage() {
    // Given
    process(post(DIRECT, "alice", "a"));

    // When
    process(edit("alice", 1, "better"), react("bob", 1, THUMB));
    process(react("alice", 1, THUMB), pin("bob", 1));

    // Then
    StoredMessage message = message(1);
    assertThat(message.textSeq()).isEqualTo(2);
    assertThat(message.changed()).isEqualTo(5);
    assertThat(message.editedAt()).isEqualTo(storage.entries(DIRECT).get(1).at());
    assertThat(message.pinned()).isTrue();
    assertThat(message.deleted()).isFalse();
    assertThat(message.reactions()).isEqualTo(Map.of(THUMB, Set.of("alice", "bob")));
  }

  @Test
  void changesAMessageOfTheSameBatch() {
    // When
    process(post(DIRECT, "alice", "a"), edit("alice", 1, "b"), edit("alice", 1, "c"));

    // Then
    assertNothingRefused();
    assertThat(message(1).textSeq()).isEqualTo(3);
    assertThat(storage.entries(DIRECT)).extracting(Entry::text).endsWith("b", "c");
  }

  @Test
  void answersARepeatedChangeWithTheSeqItHas() {
    // Given
    EditMessage edit = new EditMessage(DIRECT, "alice", 1, "better", "e1", replyTo());
    process(post(DIRECT, "alice", "a"), edit, post(DIRECT, "alice", "c"));
    published.clear();

    // When
    process(edit);

    // Then
    assertThat(acknowledgedSeqs()).containsExactly(2L);
    assertThat(storage.entries(DIRECT)).hasSize(3);
  }

  @Test
  void refusesAClientMessageIdThatStandsForSomethingElse() {
    // Given
    process(post(DIRECT, "alice", "a"));

    // When
    process(new DeleteMessage(DIRECT, "alice", 1, "a", replyTo()));

    // Then
    assertThat(refusals()).containsExactly(ErrorCode.BAD_COMMAND);
    assertThat(message(1).deleted()).isFalse();
  }

  @Test
  void makesNoEntryOfWhatIsSoAlready() {
    // Given
    process(post(DIRECT, "alice", "a"), react("bob", 1, THUMB), pin("bob", 1));
    published.clear();

    // When
    process(react("bob", 1, THUMB), pin("alice", 1), unreact("alice", 1, ":heart:"));

    // Then
    assertThat(acknowledgedSeqs()).containsExactly(0L, 0L, 0L);
    assertThat(storage.entries(DIRECT)).hasSize(3);
  }

  @Test
  void causesTheSameAgainWhenABatchComesAgain() {
    // Given
    List<LogRecord> batch =
        log.write(
            post(DIRECT, "alice", "a"),
            edit("alice", 1, "better"),
            react("bob", 1, THUMB),
            delete("alice", 1));
    engine.process(batch).join();
    List<Long> acknowledged = acknowledgedSeqs();
    List<AuditEvent> audit = List.copyOf(published.audit());
    StoredMessage message = message(1);
    published.clear();

    // When
    engine = start();
    engine.process(batch).join();

    // Then
    assertThat(acknowledgedSeqs()).isEqualTo(acknowledged);
    assertNothingRefused();
    assertThat(published.audit())
        .extracting(AuditEvent::action)
        .containsExactlyElementsOf(audit.stream().map(AuditEvent::action).toList());
    assertThat(storage.entries(DIRECT)).hasSize(4);
    assertThat(message(1)).isEqualTo(message);
  }

  @Test
  void tellsTheAuditOfEditsAndDeletionsWithoutTheirTexts() {
    // Given
    process(post(DIRECT, "alice", "a"));

    // When
    process(edit("alice", 1, "a secret"), react("bob", 1, THUMB), delete("alice", 1));

    // Then
    assertThat(published.audit())
        .extracting(AuditEvent::action, AuditEvent::account, AuditEvent::seq)
        .contains(
            tuple(AuditAction.MESSAGE_EDITED, "alice", 1L),
            tuple(AuditAction.MESSAGE_DELETED, "alice", 1L))
        .hasSize(3);
    assertThat(published.audit().toString()).doesNotContain("secret");
  }

  @Test
  void cleansTextsAndReactions() {
    // Given
    process(post(DIRECT, "alice", "a"));

    // When
    process(
        edit("alice", 1, "be\u001btter"),
        react("bob", 1, "\u0007" + THUMB),
        edit("alice", 1, "\u0007"));

    // Then
    assertThat(storage.entries(DIRECT)).extracting(Entry::text).endsWith("better", THUMB);
    assertThat(refusals()).containsExactly(ErrorCode.BAD_COMMAND);
  }

  @Test
  void refusesReactionsWithBlanksAndTooMany() {
    // Given
    process(post(DIRECT, "alice", "a"));
    process(react("bob", 1, ":a:"), react("bob", 1, ":b:"), react("bob", 1, ":c:"));

    // When
    process(react("bob", 1, "two words"), react("bob", 1, ":d:"), react("alice", 1, ":a:"));
    process(react("alice", 1, ":b:"));

    // Then
    assertThat(refusals())
        .containsExactly(ErrorCode.BAD_COMMAND, ErrorCode.BAD_COMMAND, ErrorCode.BAD_COMMAND);
    assertThat(message(1).reactions())
        .isEqualTo(
            Map.of(":a:", Set.of("alice", "bob"), ":b:", Set.of("bob"), ":c:", Set.of("bob")));
  }

  @Test
  void storesWhatAMessageAnswers() {
    // Given
    process(post(DIRECT, "alice", "a"));

    // When
    process(
        new Post(DIRECT, "bob", "b", "yes", replyTo(), 1L),
        new Post(DIRECT, "bob", "c", "no", replyTo(), 9L));

    // Then
    assertThat(storage.entries(DIRECT)).extracting(Entry::target).containsExactly(null, 1L);
    assertThat(refusals()).containsExactly(ErrorCode.NO_SUCH_MESSAGE);
  }

  @Test
  void readsNoMessagesForPlainPosts() {
    // Given
    process(post(DIRECT, "alice", "a"));

    // When
    process(post(DIRECT, "alice", "b"), post(DIRECT, "bob", "c"));

    // Then
    assertThat(storage.messageReads()).isZero();
    assertThat(storage.lookups()).isZero();
  }
}
