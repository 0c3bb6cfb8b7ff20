package dev.parley.routing.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.audit.AuditAction;
import dev.parley.contracts.audit.AuditEvent;
import dev.parley.contracts.conversation.CreateGroup;
import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.conversation.EntryKind;
import dev.parley.contracts.conversation.Inform;
import dev.parley.contracts.conversation.JoinGroup;
import dev.parley.contracts.delivery.Done;
import dev.parley.contracts.delivery.Refused;
import dev.parley.routing.batch.Engine;
import dev.parley.routing.conversation.Cursors;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Groups that are made.
class CreatingTest extends GroupTest {

  @Test
  void makesAGroupWithAnEntryForEachFirstMember() {
    // When
    process(create("alice", "c1", "bob", "carol"));

    // Then
    assertThat(storage.entries(TEAM))
        .extracting(Entry::seq, Entry::kind, Entry::author, Entry::subject)
        .containsExactly(
            tuple(1L, EntryKind.ADDED, "alice", "alice"),
            tuple(2L, EntryKind.ADDED, "alice", "bob"),
            tuple(3L, EntryKind.ADDED, "alice", "carol"));
    assertThat(published.replies()).containsExactly(new Done(1));
  }

  @Test
  void tellsTheInboxOfEachFirstMember() {
    // When
    process(create("alice", "c1", "bob"));

    // Then
    assertThat(published.informs())
        .extracting(Inform::conversation, Inform::kind, Inform::author, Inform::subject)
        .containsExactly(
            tuple("!alice", EntryKind.ADDED_TO, "alice", TEAM),
            tuple("!bob", EntryKind.ADDED_TO, "alice", TEAM));
  }

  @Test
  void tellsTheAuditOfGroupAndMembers() {
    // When
    process(create("alice", "c1", "bob"));

    // Then
    assertThat(published.audit())
        .extracting(AuditEvent::item, AuditEvent::action, AuditEvent::subject)
        .containsExactly(
            tuple(0, AuditAction.GROUP_CREATED, null),
            tuple(1, AuditAction.MEMBER_ADDED, "alice"),
            tuple(2, AuditAction.MEMBER_ADDED, "bob"));
  }

  @Test
  void countsAMemberThatIsNamedTwiceOnce() {
    // When
    process(create("alice", "c1", "bob", "alice", "bob"));

    // Then
    assertThat(storage.entries(TEAM)).hasSize(2);
  }

  @Test
  void startsTheCursorsOfANewMemberAtTheEntryThatMadeItOne() {
    // When
    process(create("alice", "c1", "bob", "carol"));

    // Then
    assertThat(storage.cursors(TEAM, "bob")).isEqualTo(new Cursors(2, 2));
  }

  @Test
  void takesARepeatedCreationByTheSameCreatorAsDone() {
    // Given
    process(create("alice", "c1", "bob"));

    // When
    process(create("alice", "c1", "bob"));

    // Then
    assertNothingRefused();
    assertThat(storage.entries(TEAM)).hasSize(2);
  }

  @Test
  void refusesANameThatIsTaken() {
    // Given
    process(create("alice", "c1"));

    // When
    process(create("bob", "c1"), create("alice", "c2"));

    // Then
    assertThat(refusals()).containsExactly(ErrorCode.GROUP_EXISTS, ErrorCode.GROUP_EXISTS);
  }

  @Test
  void refusesToMakeTheLobby() {
    // When
    process(new CreateGroup(ConversationId.LOBBY, "alice", List.of(), "c1", replyTo()));

    // Then
    assertThat(refusals()).containsExactly(ErrorCode.GROUP_EXISTS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"#", "#sp ace", "#UPPER", "team", "@alice+bob", "#é"})
  void refusesBadNames(String name) {
    // When
    process(
        new CreateGroup(name, "alice", List.of(), "c1", replyTo()),
        new JoinGroup(name, "alice", "j1", replyTo()));

    // Then
    assertThat(refusals()).containsExactly(ErrorCode.BAD_NAME, ErrorCode.BAD_NAME);
  }

  @Test
  void namesTheFirstMemberThatDoesNotExistAndMakesNothing() {
    // When
    process(create("alice", "c1", "bob", "ghost", "phantom"));

    // Then
    assertThat(published.replies())
        .containsExactly(new Refused(1, ErrorCode.NO_SUCH_USER, "there is no user ghost", 0));
    assertThat(storage.entries(TEAM)).isEmpty();
  }

  @Test
  void refusesMoreMembersThanAllowed() {
    // Given
    process(create("alice", "c1", "bob", "carol", "dave"));

    // When
    process(add("alice", "a1", "erin"));

    // Then
    assertThat(storage.entries(TEAM)).hasSize(Engine.MAX_MEMBERS);
    assertThat(refusals()).containsExactly(ErrorCode.BAD_COMMAND);
  }

  @Test
  void refusesMoreGroupsForAnAccountThanAllowed() {
    // Given
    JoinGroup[] joins =
        IntStream.rangeClosed(0, Engine.MAX_GROUPS)
            .mapToObj(i -> new JoinGroup("#g" + i, "alice", "j", replyTo()))
            .toArray(JoinGroup[]::new);

    // When
    process(joins);

    // Then
    assertThat(published.replies()).filteredOn(Done.class::isInstance).hasSize(3);
    assertThat(refusals()).containsExactly(ErrorCode.BAD_COMMAND);
  }
}
