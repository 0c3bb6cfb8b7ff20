package dev.parley.routing.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.audit.AuditAction;
import dev.parley.contracts.audit.AuditEvent;
import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.conversation.EntryKind;
import dev.parley.contracts.conversation.JoinGroup;
import dev.parley.contracts.delivery.Done;
import org.junit.jupiter.api.Test;

/// Groups that are open to whoever joins.
class JoiningTest extends GroupTest {

  @Test
  void makesAnOpenGroupOfTheFirstWhoJoins() {
    // When
    process(join("alice", "j1"), join("bob", "j1"));

    // Then
    assertThat(storage.entries(TEAM))
        .extracting(Entry::kind, Entry::author, Entry::subject)
        .containsExactly(
            tuple(EntryKind.JOINED, "alice", "alice"), tuple(EntryKind.JOINED, "bob", "bob"));
    assertThat(published.audit())
        .extracting(AuditEvent::action)
        .containsExactly(
            AuditAction.GROUP_CREATED, AuditAction.MEMBER_JOINED, AuditAction.MEMBER_JOINED);
  }

  @Test
  void letsAMemberJoinAgainWithoutAnEntry() {
    // Given
    process(join("alice", "j1"));

    // When
    process(join("alice", "j2"));

    // Then
    assertNothingRefused();
    assertThat(storage.entries(TEAM)).hasSize(1);
  }

  @Test
  void letsEverybodyJoinTheLobbyWithoutAnEntry() {
    // When
    process(new JoinGroup(ConversationId.LOBBY, "alice", "j1", replyTo()));

    // Then
    assertThat(published.replies()).containsExactly(new Done(1));
    assertThat(storage.entries(ConversationId.LOBBY)).isEmpty();
  }

  @Test
  void tellsOutsidersWhoJoinAClosedGroupThatItsNameIsTaken() {
    // Given
    process(create("alice", "c1", "bob"));

    // When
    process(join("carol", "j1"), join("bob", "j1"));

    // Then
    assertThat(refusals()).containsExactly(ErrorCode.GROUP_EXISTS);
  }

  @Test
  void tellsOutsidersOfAnOpenGroupThatTheyAreNoMembers() {
    // Given
    process(join("alice", "j1"));

    // When
    process(add("carol", "a1", "dave"), remove("carol", "alice", "r1"), leave("carol", "l1"));

    // Then
    assertThat(refusals())
        .containsExactly(ErrorCode.NOT_MEMBER, ErrorCode.NOT_MEMBER, ErrorCode.NOT_MEMBER);
  }
}
