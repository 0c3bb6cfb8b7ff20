package dev.parley.routing.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.auth.Role;
import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.conversation.EntryKind;
import dev.parley.contracts.conversation.Inform;
import dev.parley.contracts.conversation.RemoveMember;
import dev.parley.contracts.delivery.Refused;
import dev.parley.routing.conversation.Cursors;
import org.junit.jupiter.api.Test;

/// Members that leave, or are removed.
class RemovingTest extends GroupTest {

  @Test
  void letsAnAdministratorRemoveFromAGroupOfOthers() {
    // Given
    process(create("alice", "c1", "bob"));

    // When
    process(
        new RemoveMember(TEAM, "carol", "bob", "m1", replyTo(), Role.MODERATOR),
        new RemoveMember(TEAM, "carol", "bob", "a1", replyTo(), Role.ADMIN));

    // Then
    assertThat(refusals()).containsExactly(ErrorCode.NO_SUCH_GROUP);
    assertThat(storage.entries(TEAM))
        .last()
        .extracting(Entry::kind, Entry::author, Entry::subject)
        .containsExactly(EntryKind.REMOVED, "carol", "bob");
  }

  @Test
  void removesAMemberAndTellsItsInbox() {
    // Given
    process(create("alice", "c1", "bob"));
    published.clear();

    // When
    process(remove("alice", "bob", "r1"), post(TEAM, "bob", "p1"));

    // Then
    assertThat(storage.entries(TEAM))
        .last()
        .extracting(Entry::kind, Entry::author, Entry::subject)
        .containsExactly(EntryKind.REMOVED, "alice", "bob");
    assertThat(published.informs())
        .extracting(Inform::conversation, Inform::kind)
        .containsExactly(tuple("!bob", EntryKind.REMOVED_FROM));
    assertThat(storage.cursors(TEAM, "bob")).isNull();
    assertThat(refusals()).containsExactly(ErrorCode.NO_SUCH_GROUP);
  }

  @Test
  void refusesToRemoveWhoIsNoMember() {
    // Given
    process(create("alice", "c1"));

    // When
    process(remove("alice", "bob", "r1"));

    // Then
    assertThat(published.replies())
        .last()
        .isEqualTo(new Refused(2, ErrorCode.NO_SUCH_USER, "bob is not a member of #team", 0));
  }

  @Test
  void takesTheRemovalOfOneselfAsLeaving() {
    // Given
    process(create("alice", "c1", "bob"));

    // When
    process(remove("bob", "bob", "r1"));

    // Then
    assertThat(storage.entries(TEAM)).last().extracting(Entry::kind).isEqualTo(EntryKind.LEFT);
  }

  @Test
  void keepsAGroupWhoseLastMemberHasLeft() {
    // Given
    process(join("alice", "j1"), leave("alice", "l1"));

    // When
    process(join("bob", "j1"));

    // Then
    assertThat(storage.entries(TEAM))
        .extracting(Entry::seq, Entry::kind)
        .containsExactly(
            tuple(1L, EntryKind.JOINED), tuple(2L, EntryKind.LEFT), tuple(3L, EntryKind.JOINED));
  }

  @Test
  void takesARepeatedLeavingAsDone() {
    // Given
    process(join("alice", "j1"), leave("alice", "l1"));

    // When
    process(leave("alice", "l1"));

    // Then
    assertNothingRefused();
  }

  @Test
  void startsAnewForWhoComesBack() {
    // Given
    process(create("alice", "c1", "bob"));
    process(remove("alice", "bob", "r1"));

    // When
    process(post(TEAM, "alice", "p1"), add("alice", "a1", "bob"));

    // Then
    assertThat(storage.cursors(TEAM, "bob")).isEqualTo(new Cursors(5, 5));
  }
}
