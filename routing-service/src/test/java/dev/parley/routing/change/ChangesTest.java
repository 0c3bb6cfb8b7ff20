package dev.parley.routing.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.audit.AuditAction;
import dev.parley.contracts.audit.AuditEvent;
import dev.parley.contracts.auth.Role;
import dev.parley.contracts.conversation.Attachment;
import dev.parley.contracts.conversation.Block;
import dev.parley.contracts.conversation.DeleteMessage;
import dev.parley.contracts.conversation.EditMessage;
import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.conversation.EntryKind;
import dev.parley.contracts.conversation.JoinGroup;
import dev.parley.contracts.conversation.LeaveGroup;
import dev.parley.contracts.conversation.Pin;
import dev.parley.contracts.conversation.Post;
import dev.parley.contracts.conversation.React;
import dev.parley.contracts.file.FileWithdrawn;
import dev.parley.routing.batch.Engine;
import dev.parley.routing.batch.EngineTest;
import dev.parley.routing.conversation.LogRecord;
import dev.parley.routing.conversation.StoredMessage;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChangesTest extends EngineTest {
  private static final String THUMB = "\ud83d\udc4d";
  private static final String FILE_ID = "0123456789abcdef0123456789abcdef";
  private static final Attachment FILE =
      new Attachment(FILE_ID, "a b.txt", 5, "text/plain", FILE_ID + FILE_ID);
  private int changes;

  @Test
  void keepsTheFileOfAMessage() {
    // When
    process(postWithFile(), post(DIRECT, "alice", "a"));

    // Then
    assertThat(storage.entries(DIRECT)).extracting(Entry::attachment).containsExactly(FILE, null);
    assertThat(message(1).file()).isEqualTo(FILE_ID);
    assertThat(published.withdrawn()).isEmpty();
  }

  @Test
  void withdrawsTheFileWithItsMessage() {
    // Given
    process(postWithFile());

    // When
    process(delete("alice", 1));

    // Then
    assertThat(published.withdrawn()).containsExactly(new FileWithdrawn(FILE_ID, DIRECT));
    assertThat(storage.entries(DIRECT)).extracting(Entry::attachment).containsOnlyNulls();
    assertThat(storage.entries(DIRECT)).extracting(Entry::subject).containsExactly(null, FILE_ID);
  }

  @Test
  void withdrawsTheFileAgainWhenTheRecordsAreRepeated() {
    // Given
    List<LogRecord> batch = log.write(postWithFile(), delete("alice", 1));
    engine.process(batch).join();
    published.clear();

    // When
    start().process(batch).join();

    // Then
    assertThat(published.withdrawn()).containsExactly(new FileWithdrawn(FILE_ID, DIRECT));
  }

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
  void forgetsTheTextsOfAWithdrawnMessageAndItsReactions() {
    // Given
    process(post(DIRECT, "alice", "a"), post(DIRECT, "alice", "b"));
    process(edit("alice", 1, "better"), react("bob", 1, THUMB), pin("bob", 1));

    // When
    process(delete("alice", 1));

    // Then
    assertThat(storage.entries(DIRECT))
        .extracting(Entry::text)
        .containsExactly("", "text of b", "", THUMB, null, null);
    StoredMessage message = message(1);
    assertThat(message.deleted()).isTrue();
    assertThat(message.pinned()).isFalse();
    assertThat(message.reactions()).isEmpty();
    assertThat(message.textSeq()).isEqualTo(1);
  }

  @Test
  void forgetsWhatIsWrittenAndWithdrawnInOneBatch() {
    // When
    process(
        post(DIRECT, "alice", "a"),
        edit("alice", 1, "b"),
        react("bob", 1, THUMB),
        delete("alice", 1));

    // Then
    assertThat(storage.entries(DIRECT))
        .extracting(Entry::text)
        .containsExactly("", "", THUMB, null);
    assertThat(message(1).deleted()).isTrue();
    assertThat(message(1).reactions()).isEmpty();
  }

  @Test
  void refusesToChangeWhatIsNoMessage() {
    // Given
    process(join("alice"), groupPost("alice", "a"), delete("alice", "#open", 2));

    // When
    process(
        edit("alice", "#open", 1, "an entry of another kind"),
        edit("alice", "#open", 2, "withdrawn"),
        delete("alice", "#open", 2),
        edit("alice", "#open", 9, "not there yet"));
    process(
        new React("#open", "alice", 3, THUMB, false, "r1", replyTo()),
        new Pin("@alice+erin", "alice", 1, false, "p1", replyTo()));

    // Then
    assertThat(refusals()).hasSize(6).containsOnly(ErrorCode.NO_SUCH_MESSAGE);
    assertThat(storage.entries("#open")).hasSize(3);
    assertThat(storage.entries("@alice+erin")).isEmpty();
  }

  @Test
  void letsNobodyButTheAuthorEditAndWithdraw() {
    // Given
    process(post(DIRECT, "alice", "a"));

    // When
    process(edit("bob", 1, "mine"), delete("bob", 1));

    // Then
    assertThat(refusals()).containsExactly(ErrorCode.NOT_AUTHOR, ErrorCode.NOT_AUTHOR);
  }

  @Test
  void letsAModeratorWithdrawInGroupsAtAnyTimeAndNowhereElse() {
    // Given
    process(join("alice"), join("bob"), groupPost("alice", "a"), post(DIRECT, "alice", "b"));

    // When
    process(
        withdraw("bob", "#open", 3, Role.MEMBER),
        withdraw("bob", DIRECT, 1, Role.ADMIN),
        withdraw("mallory", "#open", 3, Role.MODERATOR));
    process(withdraw("bob", "#open", 3, Role.MODERATOR));

    // Then
    assertThat(refusals())
        .containsExactly(ErrorCode.NOT_AUTHOR, ErrorCode.NOT_AUTHOR, ErrorCode.NOT_MEMBER);
    assertThat(storage.entries("#open"))
        .last()
        .extracting(Entry::kind, Entry::author)
        .containsExactly(EntryKind.DELETED, "bob");
  }

  @Test
  void letsAnAdministratorWithdrawInEveryGroupThatThereIs() {
    // Given
    process(join("alice"), groupPost("alice", "a"));

    // When
    process(
        withdraw("erin", "#none", 1, Role.ADMIN),
        withdraw("erin", "#open", 9, Role.ADMIN),
        withdraw("erin", "#open", 2, Role.ADMIN));

    // Then
    assertThat(refusals())
        .containsExactlyInAnyOrder(ErrorCode.NO_SUCH_GROUP, ErrorCode.NO_SUCH_MESSAGE);
    assertThat(storage.entries("#open"))
        .last()
        .extracting(Entry::kind, Entry::author)
        .containsExactly(EntryKind.DELETED, "erin");
  }

  @Test
  void allowsEditAndDeletionWithinTheWindowOfRecordTimesOnly() {
    // Given
    process(post(DIRECT, "alice", "a"));
    for (int i = 1; i < Engine.CHANGE_WINDOW.toMillis(); i++) {
      process(post(DIRECT, "bob", "b" + i));
    }

    // When
    process(edit("alice", 1, "just in time"));
    process(edit("alice", 1, "too late"));
    process(delete("alice", 1), react("alice", 1, THUMB));

    // Then
    assertThat(refusals()).containsExactly(ErrorCode.TOO_LATE, ErrorCode.TOO_LATE);
    assertThat(message(1).textSeq()).isEqualTo(21);
  }

  @Test
  void letsOnlyThoseChangeWhoMayPost() {
    // Given
    process(join("alice"), groupPost("alice", "a"), post(DIRECT, "bob", "b"));
    process(new Block(DIRECT, "alice", "bob", replyTo()), join("bob"));
    process(new LeaveGroup("#open", "bob", "l1", replyTo()));

    // When
    process(
        new React("#open", "bob", 2, THUMB, false, "r1", replyTo()),
        new React("#closed", "bob", 1, THUMB, false, "r2", replyTo()),
        edit("bob", 1, "blocked"));
    process(new Pin(DIRECT, "carol", 1, false, "p1", replyTo()));

    // Then
    assertThat(refusals())
        .containsExactlyInAnyOrder(
            ErrorCode.NOT_MEMBER,
            ErrorCode.NO_SUCH_GROUP,
            ErrorCode.BLOCKED,
            ErrorCode.BAD_COMMAND);
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

  private StoredMessage message(long seq) {
    return Objects.requireNonNull(storage.message(DIRECT, seq));
  }

  private EditMessage edit(String by, long target, String text) {
    return edit(by, DIRECT, target, text);
  }

  private EditMessage edit(String by, String conversation, long target, String text) {
    return new EditMessage(conversation, by, target, text, nextId(), replyTo());
  }

  private Post postWithFile() {
    return new Post(DIRECT, "alice", "f", "a file", replyTo(), null, FILE);
  }

  private DeleteMessage withdraw(String by, String conversation, long target, Role role) {
    return new DeleteMessage(conversation, by, target, nextId(), replyTo(), role);
  }

  private DeleteMessage delete(String by, long target) {
    return delete(by, DIRECT, target);
  }

  private DeleteMessage delete(String by, String conversation, long target) {
    return new DeleteMessage(conversation, by, target, nextId(), replyTo());
  }

  private React react(String by, long target, String reaction) {
    return new React(DIRECT, by, target, reaction, false, nextId(), replyTo());
  }

  private React unreact(String by, long target, String reaction) {
    return new React(DIRECT, by, target, reaction, true, nextId(), replyTo());
  }

  private Pin pin(String by, long target) {
    return new Pin(DIRECT, by, target, false, nextId(), replyTo());
  }

  private Pin unpin(String by, long target) {
    return new Pin(DIRECT, by, target, true, nextId(), replyTo());
  }

  private JoinGroup join(String account) {
    return new JoinGroup("#open", account, "join-" + account, replyTo());
  }

  private Post groupPost(String sender, String clientMessageId) {
    return post("#open", sender, clientMessageId);
  }

  private String nextId() {
    changes++;
    return "change-" + changes;
  }
}
