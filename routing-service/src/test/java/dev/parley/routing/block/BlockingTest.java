package dev.parley.routing.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.audit.AuditAction;
import dev.parley.contracts.audit.AuditEvent;
import dev.parley.contracts.conversation.Block;
import dev.parley.contracts.conversation.EntryKind;
import dev.parley.contracts.conversation.Inform;
import dev.parley.contracts.conversation.Unblock;
import dev.parley.contracts.delivery.Done;
import dev.parley.routing.batch.EngineTest;
import org.junit.jupiter.api.Test;

class BlockingTest extends EngineTest {

  @Test
  void keepsTheBlockedFromWritingButNotTheBlocker() {
    // Given
    process(post(DIRECT, "alice", "a"));

    // When
    process(block("bob", "alice"), post(DIRECT, "alice", "b"), post(DIRECT, "bob", "c"));

    // Then
    assertThat(refusals()).containsExactly(ErrorCode.BLOCKED);
    assertThat(acknowledgedSeqs()).containsExactly(1L, 2L);
  }

  @Test
  void worksBeforeTheTwoHaveWritten() {
    // When
    process(block("bob", "alice"));
    process(post(DIRECT, "alice", "a"));

    // Then
    assertThat(refusals()).containsExactly(ErrorCode.BLOCKED);
    assertThat(storage.isBlocked("bob", "alice")).isTrue();
  }

  @Test
  void isKnownAfterARestart() {
    // Given
    process(block("bob", "alice"));

    // When
    engine = start();
    process(post(DIRECT, "alice", "a"));

    // Then
    assertThat(refusals()).containsExactly(ErrorCode.BLOCKED);
  }

  @Test
  void endsWithUnblock() {
    // Given
    process(block("bob", "alice"));

    // When
    process(unblock("bob", "alice"), post(DIRECT, "alice", "a"));

    // Then
    assertThat(acknowledgedSeqs()).containsExactly(1L);
    assertThat(storage.isBlocked("bob", "alice")).isFalse();
  }

  @Test
  void tellsTheBlockersInboxOfEachChangeOnce() {
    // When
    process(
        block("bob", "alice"),
        block("bob", "alice"),
        unblock("bob", "alice"),
        unblock("bob", "alice"));

    // Then
    assertThat(published.informs())
        .extracting(Inform::conversation, Inform::kind, Inform::subject)
        .containsExactly(
            tuple("!bob", EntryKind.BLOCKED, "alice"), tuple("!bob", EntryKind.UNBLOCKED, "alice"));
    assertThat(published.audit())
        .extracting(AuditEvent::action)
        .containsExactly(AuditAction.BLOCKED, AuditAction.UNBLOCKED);
    assertThat(published.replies()).hasSize(4).hasOnlyElementsOfType(Done.class);
  }

  @Test
  void letsBothBlockEachOther() {
    // When
    process(block("bob", "alice"), block("alice", "bob"));
    process(post(DIRECT, "alice", "a"), post(DIRECT, "bob", "b"));

    // Then
    assertThat(refusals()).containsExactly(ErrorCode.BLOCKED, ErrorCode.BLOCKED);
  }

  @Test
  void refusesWhatMakesNoSense() {
    // When
    process(
        new Block("@alice+alice", "alice", "alice", replyTo()),
        new Block("@alice+ghost", "alice", "ghost", replyTo()),
        new Block("@alice+carol", "alice", "bob", replyTo()));

    // Then
    assertThat(refusals())
        .containsExactlyInAnyOrder(
            ErrorCode.BAD_COMMAND, ErrorCode.NO_SUCH_USER, ErrorCode.BAD_COMMAND);
  }

  private Block block(String account, String blocked) {
    return new Block(DIRECT, account, blocked, replyTo());
  }

  private Unblock unblock(String account, String blocked) {
    return new Unblock(DIRECT, account, blocked, replyTo());
  }
}
