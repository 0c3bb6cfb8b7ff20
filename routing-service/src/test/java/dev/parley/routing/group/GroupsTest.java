package dev.parley.routing.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.audit.AuditAction;
import dev.parley.contracts.audit.AuditEvent;
import dev.parley.contracts.auth.Role;
import dev.parley.contracts.conversation.AddMembers;
import dev.parley.contracts.conversation.CreateGroup;
import dev.parley.contracts.conversation.Enroll;
import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.conversation.EntryKind;
import dev.parley.contracts.conversation.Inform;
import dev.parley.contracts.conversation.JoinGroup;
import dev.parley.contracts.conversation.LeaveGroup;
import dev.parley.contracts.conversation.RemoveMember;
import dev.parley.contracts.delivery.Done;
import dev.parley.contracts.delivery.Refused;
import dev.parley.routing.batch.Engine;
import dev.parley.routing.batch.EngineTest;
import dev.parley.routing.conversation.Cursors;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupsTest extends EngineTest {
  private static final String TEAM = "#team";

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

  @Test
  void changesNothingInTheLobby() {
    // When
    process(
        new AddMembers(ConversationId.LOBBY, "alice", List.of("bob"), "1", replyTo()),
        new RemoveMember(ConversationId.LOBBY, "alice", "bob", "2", replyTo()),
        new LeaveGroup(ConversationId.LOBBY, "alice", "3", replyTo()));

    // Then
    assertThat(refusals())
        .containsExactly(ErrorCode.BAD_COMMAND, ErrorCode.BAD_COMMAND, ErrorCode.BAD_COMMAND);
  }

  @Test
  void enrollsAnAccountWhereTheLobbyStands() {
    // Given
    process(post(ConversationId.LOBBY, "alice", "a"), post(ConversationId.LOBBY, "alice", "b"));

    // When
    process(new Enroll("bob", replyTo()), post(ConversationId.LOBBY, "alice", "c"));

    // Then
    assertThat(storage.cursors(ConversationId.LOBBY, "bob")).isEqualTo(new Cursors(2, 2));
    assertThat(published.replies()).containsExactly(new Done(3));
  }

  @Test
  void enrollsAnAccountOnce() {
    // Given
    process(new Enroll("bob", null));
    process(post(ConversationId.LOBBY, "alice", "a"));

    // When
    process(new Enroll("bob", null));

    // Then
    assertThat(storage.cursors(ConversationId.LOBBY, "bob")).isEqualTo(new Cursors(0, 0));
  }

  @Test
  void doesNotEnrollWhoDoesNotExist() {
    // When
    process(new Enroll("ghost", replyTo()));

    // Then
    assertThat(refusals()).containsExactly(ErrorCode.NO_SUCH_USER);
  }

  private CreateGroup create(String by, String id, String... members) {
    return new CreateGroup(TEAM, by, List.of(members), id, replyTo());
  }

  private JoinGroup join(String account, String id) {
    return new JoinGroup(TEAM, account, id, replyTo());
  }

  private AddMembers add(String by, String id, String... accounts) {
    return new AddMembers(TEAM, by, List.of(accounts), id, replyTo());
  }

  private RemoveMember remove(String by, String account, String id) {
    return new RemoveMember(TEAM, by, account, id, replyTo());
  }

  private LeaveGroup leave(String account, String id) {
    return new LeaveGroup(TEAM, account, id, replyTo());
  }
}
