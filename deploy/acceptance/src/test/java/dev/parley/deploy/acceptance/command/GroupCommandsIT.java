package dev.parley.deploy.acceptance.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.deploy.acceptance.line.Event;
import dev.parley.deploy.acceptance.line.MemberChange;
import dev.parley.deploy.acceptance.line.ReceivedMessage;
import dev.parley.deploy.acceptance.line.Reply;
import dev.parley.deploy.acceptance.people.OnParley;
import dev.parley.deploy.acceptance.people.People;
import dev.parley.deploy.acceptance.people.Person;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnParley
class GroupCommandsIT {

  @Test
  void createGroupMakesAGroupOfThosePeople(People people) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.online("bert");
    Person carl = people.registered("carl");
    String group = People.unique("team");

    // When
    Reply reply = anna.ask("create group " + group + " " + bert + " " + carl);

    // Then
    assertThat(reply.line()).isEqualTo("+ok create #" + group);
    bert.awaitLine("* added #" + group + " by " + anna);
    assertThat(anna.ask("group members " + group).rows())
        .containsExactlyInAnyOrder(anna.handle(), bert.handle(), carl.handle());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"message group TEAM hello team", "/group TEAM hello team", "msg #TEAM hello team"})
  void aGroupMessageReachesEveryOtherMember(String command, People people) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.online("bert");
    String group = People.unique("team");
    anna.must("create group " + group + " " + bert);

    // When
    Reply reply = anna.ask(command.replace("TEAM", group));

    // Then
    assertThat(reply.line()).matches("\\+ok message #" + group + " \\d+");
    ReceivedMessage received = bert.awaitMessage("hello team");
    assertThat(received.target()).isEqualTo("#" + group);
    assertThat(received.seq()).isEqualTo(reply.number());
  }

  @Test
  void slashGroupMakesAnOpenGroup(People people) {
    // Given
    Person anna = people.online("anna");
    String group = People.unique("open");

    // When
    Reply reply = anna.ask("/group " + group);

    // Then
    assertThat(reply.line()).isEqualTo("+ok create #" + group);
    assertThat(anna.ask("group members " + group).rows()).containsExactly(anna.handle());
  }

  @Test
  void slashGroupJoinsAnOpenGroup(People people) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.online("bert");
    String group = People.unique("open");
    anna.must("/group " + group);

    // When
    Reply reply = bert.ask("/group " + group);

    // Then
    assertThat(reply.isOk()).isTrue();
    MemberChange change = anna.awaitMember(group, bert);
    assertThat(change.change()).isEqualTo("joined");
    assertThat(change.by()).isEqualTo(bert.handle());
    long seq = anna.tellGroup(group, "welcome");
    assertThat(seq).isEqualTo(change.seq() + 1);
    assertThat(bert.awaitMessage("welcome").seq()).isEqualTo(seq);
  }

  @Test
  void groupAddMakesAMember(People people) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.online("bert");
    Person carl = people.online("carl");
    String group = People.unique("team");
    anna.must("create group " + group + " " + bert);

    // When
    Reply reply = anna.ask("group add " + group + " " + carl);

    // Then
    assertThat(reply.line()).isEqualTo("+ok group add #" + group);
    carl.awaitLine("* added #" + group + " by " + anna);
    MemberChange change = bert.awaitMember(group, carl);
    assertThat(change.change()).isEqualTo("added");
    assertThat(change.by()).isEqualTo(anna.handle());
    anna.tellGroup(group, "now three");
    assertThat(carl.awaitMessage("now three").seq()).isEqualTo(change.seq() + 1);
  }

  @Test
  void groupAddTakesSeveralPeople(People people) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.online("bert");
    Person carl = people.online("carl");
    String group = People.unique("team");
    anna.must("create group " + group);

    // When
    anna.must("group add " + group + " " + bert + " " + carl);

    // Then
    bert.awaitLine("* added #" + group + " by " + anna);
    carl.awaitLine("* added #" + group + " by " + anna);
    assertThat(anna.ask("group members " + group).rows()).hasSize(3);
  }

  @Test
  void groupRemoveEndsAMembership(People people) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.online("bert");
    Person carl = people.online("carl");
    String group = People.unique("team");
    anna.must("create group " + group + " " + bert + " " + carl);

    // When
    Reply reply = anna.ask("group remove " + group + " " + carl);

    // Then
    assertThat(reply.line()).isEqualTo("+ok group remove #" + group);
    carl.awaitLine("* removed #" + group + " by " + anna);
    MemberChange change = bert.awaitMember(group, carl, "removed");
    assertThat(change.by()).isEqualTo(anna.handle());
  }

  @Test
  void aRemovedMemberGetsNothingMore(People people) {
    // Given
    Person anna = people.online("anna");
    Person carl = people.online("carl");
    String group = People.unique("team");
    anna.must("create group " + group + " " + carl);
    anna.must("group remove " + group + " " + carl);
    carl.awaitLine("* removed #" + group + " by " + anna);

    // When
    anna.tellGroup(group, "among ourselves");
    anna.must("group add " + group + " " + carl);
    anna.tellGroup(group, "back again");

    // Then
    carl.awaitMessage("back again");
    assertThat(carl.unread()).extracting(ReceivedMessage::text).doesNotContain("among ourselves");
  }

  @Test
  void groupLeaveEndsOnesOwnMembership(People people) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.online("bert");
    String group = People.unique("team");
    anna.must("create group " + group + " " + bert);

    // When
    Reply reply = bert.ask("group leave " + group);

    // Then
    assertThat(reply.line()).isEqualTo("+ok group leave #" + group);
    assertThat(anna.awaitMember(group, bert, "left").by()).isEqualTo(bert.handle());
    assertThat(anna.ask("group members " + group).rows()).containsExactly(anna.handle());
  }

  @Test
  void whoChangesAGroupGetsTheReplyInsteadOfTheEvent(People people) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.online("bert");
    Person carl = people.online("carl");
    String group = People.unique("team");
    anna.must("create group " + group + " " + bert);

    // When
    anna.must("group add " + group + " " + carl);
    bert.tellGroup(group, "welcome");

    // Then
    anna.awaitMessage("welcome");
    assertThat(anna.client().events()).noneMatch(Event::isMember);
  }

  @Test
  void groupMembersNamesThemAll(People people) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.registered("bert");
    String group = People.unique("team");
    anna.must("create group " + group + " " + bert);

    // When
    Reply reply = anna.ask("group members " + group);

    // Then
    assertThat(reply.line()).isEqualTo("+ok group members #" + group + " 2");
    assertThat(reply.rows()).containsExactlyInAnyOrder(anna.handle(), bert.handle());
  }

  @Test
  void grouplistShowsTheLobbyAndOpenGroupsToo(People people) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.online("bert");
    String group = People.unique("open");
    anna.must("/group " + group);

    // When
    Reply reply = bert.ask("grouplist");

    // Then
    assertThat(reply.rows())
        .contains("#" + group + " 1")
        .anyMatch(row -> row.matches("#lobby \\d+"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"grouplist", "groups"})
  void grouplistShowsOnesGroupsWithTheirMembers(String command, People people) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.online("bert");
    String group = People.unique("team");
    anna.must("create group " + group + " " + bert);

    // When
    Reply reply = anna.ask(command);

    // Then
    assertThat(reply.line()).isEqualTo("+ok grouplist " + reply.rows().size());
    assertThat(reply.rows()).contains("#" + group + " 2");
  }

  @Test
  void aGroupNameIsReadWithoutRegardToCase(People people) {
    // Given
    Person anna = people.online("anna");
    String group = People.unique("team");

    // When
    Reply reply = anna.ask("create group " + group.toUpperCase(Locale.ROOT));

    // Then
    assertThat(reply.line()).isEqualTo("+ok create #" + group);
  }

  @Test
  void messagesAndChangesOfAGroupShareOneCount(People people) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.online("bert");
    Person carl = people.online("carl");
    String group = People.unique("team");
    anna.must("create group " + group + " " + bert);
    long first = anna.tellGroup(group, "first");

    // When
    anna.must("group add " + group + " " + carl);
    anna.tellGroup(group, "third");
    carl.must("group leave " + group);
    anna.tellGroup(group, "fifth");

    // Then
    assertThat(bert.awaitMessage("first").seq()).isEqualTo(first);
    assertThat(bert.awaitMember(group, carl).seq()).isEqualTo(first + 1);
    assertThat(bert.awaitMessage("third").seq()).isEqualTo(first + 2);
    assertThat(bert.awaitMember(group, carl).seq()).isEqualTo(first + 3);
    assertThat(bert.awaitMessage("fifth").seq()).isEqualTo(first + 4);
  }
}
