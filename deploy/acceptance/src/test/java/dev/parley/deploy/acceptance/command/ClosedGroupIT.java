package dev.parley.deploy.acceptance.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.deploy.acceptance.line.Reply;
import dev.parley.deploy.acceptance.people.OnParley;
import dev.parley.deploy.acceptance.people.People;
import dev.parley.deploy.acceptance.people.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What somebody outside of a closed group can find out about it: nothing.
@OnParley
class ClosedGroupIT {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "message group TEAM hello",
        "msg #TEAM hello",
        "/group TEAM hello",
        "group members TEAM",
        "group add TEAM DORA",
        "group remove TEAM DORA",
        "group remove TEAM ANNA",
        "group mute TEAM ANNA",
        "group unmute TEAM ANNA",
        "group muted TEAM",
        "group leave TEAM",
        "history #TEAM",
        "history #TEAM 10 before 5"
      })
  void anOutsiderCannotTellItFromAGroupThatDoesNotExist(String command, People people) {
    // Given
    Person anna = people.online("anna");
    Person dora = people.online("dora");
    String group = People.unique("secret");
    String nowhere = People.unique("secret");
    anna.must("create group " + group);
    String asked = command.replace("DORA", dora.handle()).replace("ANNA", anna.handle());

    // When
    Reply ofGroup = dora.ask(asked.replace("TEAM", group));
    Reply ofNothing = dora.ask(asked.replace("TEAM", nowhere));

    // Then
    assertThat(ofGroup.code()).isEqualTo("no_such_group");
    assertThat(ofGroup.line().replace(group, nowhere)).isEqualTo(ofNothing.line());
  }

  @Test
  void anOutsiderCannotJoin(People people) {
    // Given
    Person anna = people.online("anna");
    Person dora = people.online("dora");
    String group = People.unique("secret");
    anna.must("create group " + group);

    // When
    Reply reply = dora.ask("/group " + group);

    // Then
    assertThat(reply.isOk()).isFalse();
    assertThat(anna.ask("group members " + group).rows()).containsExactly(anna.handle());
  }

  @Test
  void anOutsiderDoesNotSeeItInTheList(People people) {
    // Given
    Person anna = people.online("anna");
    Person dora = people.online("dora");
    String group = People.unique("secret");
    anna.must("create group " + group);

    // When
    Reply reply = dora.ask("grouplist");

    // Then
    assertThat(reply.rows()).noneMatch(row -> row.startsWith("#" + group));
  }

  @Test
  void aFormerMemberIsAnOutsider(People people) {
    // Given
    Person anna = people.online("anna");
    Person dora = people.online("dora");
    String group = People.unique("secret");
    anna.must("create group " + group + " " + dora);
    anna.must("group remove " + group + " " + dora);

    // When
    Reply reply = dora.ask("history #" + group);

    // Then
    assertThat(reply.code()).isEqualTo("no_such_group");
  }
}
