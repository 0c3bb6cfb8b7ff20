package dev.parley.routing.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.auth.Role;
import dev.parley.contracts.conversation.Block;
import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.conversation.EntryKind;
import dev.parley.contracts.conversation.LeaveGroup;
import dev.parley.contracts.conversation.Pin;
import dev.parley.contracts.conversation.React;
import dev.parley.routing.batch.Engine;
import org.junit.jupiter.api.Test;

/// Who may change what, and for how long.
class MayChangeTest extends OnChanges {
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
}
