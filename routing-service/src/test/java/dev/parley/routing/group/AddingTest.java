package dev.parley.routing.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.conversation.Entry;
import org.junit.jupiter.api.Test;

/// Members that others add.
class AddingTest extends GroupTest {

  @Test
  void addsThoseWhoAreNoMembersYet() {
    // Given
    process(create("alice", "c1", "bob"));

    // When
    process(add("bob", "a1", "alice", "carol", "dave"));

    // Then
    assertThat(storage.entries(TEAM))
        .extracting(Entry::author, Entry::subject)
        .contains(tuple("bob", "carol"), tuple("bob", "dave"))
        .hasSize(4);
  }

  @Test
  void addsNobodyIfOneDoesNotExist() {
    // Given
    process(create("alice", "c1"));

    // When
    process(add("alice", "a1", "bob", "ghost"));

    // Then
    assertThat(refusals()).containsExactly(ErrorCode.NO_SUCH_USER);
    assertThat(storage.entries(TEAM)).hasSize(1);
  }

  @Test
  void takesARepeatedAdditionAsDoneThoughTheMemberHasLeftSince() {
    // Given
    process(create("alice", "c1"));
    process(add("alice", "a1", "bob"));
    process(leave("bob", "l1"));

    // When
    process(add("alice", "a1", "bob"));

    // Then
    assertNothingRefused();
    assertThat(storage.cursors(TEAM, "bob")).isNull();
  }

  @Test
  void hidesAClosedGroupFromOutsidersWhoActOnIt() {
    // Given
    process(create("alice", "c1", "bob"));

    // When
    process(add("carol", "a1", "dave"), remove("carol", "bob", "r1"), leave("carol", "l1"));

    // Then
    assertThat(refusals())
        .containsExactly(ErrorCode.NO_SUCH_GROUP, ErrorCode.NO_SUCH_GROUP, ErrorCode.NO_SUCH_GROUP);
  }
}
