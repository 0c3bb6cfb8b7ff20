package dev.parley.deploy.acceptance.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.deploy.acceptance.line.LineClient;
import dev.parley.deploy.acceptance.line.Reply;
import dev.parley.deploy.acceptance.people.OnParley;
import dev.parley.deploy.acceptance.people.People;
import dev.parley.deploy.acceptance.people.Person;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The error codes of the protocol that concern messages and groups. `internal` nobody can ask for;
/// for `unavailable` see the tests of faults.
@OnParley
class ErrorCodesIT {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "frobnicate",
        "message",
        "message BERT",
        "@BERT",
        "broadcast",
        "create",
        "create team",
        "group",
        "group add",
        "group mute team",
        "group mute team BERT ten",
        "group unmute team",
        "group muted",
        "message group",
        "message group team",
        "ping",
        "block",
        "unblock",
        "history",
        "history @BERT many",
        "history @BERT 5 before",
        "history @BERT 0",
        "history @BERT -1",
        "=",
        "*",
        "+ok",
        "-err"
      })
  void badCommandIsWhatMakesNoSense(String command, People people) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.registered("bert");

    // When
    Reply reply = anna.ask(command.replace("BERT", bert.handle()));

    // Then
    assertThat(reply.line()).startsWith("-err bad_command ");
    assertThat(anna.ask("ping " + bert).isOk()).isTrue();
  }

  @Test
  void tooLongIsATextOfMoreThan4000Characters(People people) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.online("bert");

    // When
    Reply longest = anna.ask("message " + bert + " " + "x".repeat(4_000));
    Reply tooLong = anna.ask("message " + bert + " " + "x".repeat(4_001));

    // Then
    assertThat(longest.line()).isEqualTo("+ok message @" + bert + " 1");
    assertThat(tooLong.line()).startsWith("-err too_long ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"te+am", "te/am", "tëam", "te#am", "!team"})
  void badNameIsAGroupNameThatBreaksTheRule(String name, People people) {
    // When
    Reply reply = people.online("anna").ask("create group " + name);

    // Then
    assertThat(reply.line()).startsWith("-err bad_name ");
  }

  @Test
  void badNameIsAGroupNameOfMoreThan64Characters(People people) {
    // Given
    Person anna = people.online("anna");
    String longest = People.unique("g".repeat(60)).substring(0, 62) + anna.handle().length();

    // When
    Reply fits = anna.ask("create group " + longest);
    Reply tooLong = anna.ask("create group " + longest + "ggg");

    // Then
    assertThat(fits.isOk()).isTrue();
    assertThat(tooLong.line()).startsWith("-err bad_name ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "message NOBODY hi",
        "@NOBODY hi",
        "ping NOBODY",
        "block NOBODY",
        "history @NOBODY",
        "create group TEAM NOBODY"
      })
  void noSuchUserIsAHandleThatNobodyHas(String command, People people) {
    // Given
    Person anna = people.online("anna");
    String line =
        command.replace("NOBODY", People.unique("nobody")).replace("TEAM", People.unique("team"));

    // When
    Reply reply = anna.ask(line);

    // Then
    assertThat(reply.line()).startsWith("-err no_such_user ");
  }

  @Test
  void noSuchUserKeepsAGroupAsItIs(People people) {
    // Given
    Person anna = people.online("anna");
    String group = People.unique("team");
    anna.must("create group " + group);

    // When
    Reply reply = anna.ask("group add " + group + " " + People.unique("nobody"));

    // Then
    assertThat(reply.line()).startsWith("-err no_such_user ");
    assertThat(anna.ask("group members " + group).rows()).containsExactly(anna.handle());
  }

  @ParameterizedTest
  @CsvSource({
    "message group TEAM hi,no_such_group",
    "group members TEAM,no_such_group",
    "group add TEAM ANNA,no_such_group",
    "group leave TEAM,no_such_group",
    "history #TEAM,no_such_group"
  })
  void noSuchGroupIsANameThatNoGroupHas(String command, String code, People people) {
    // Given
    Person anna = people.online("anna");

    // When
    Reply reply =
        anna.ask(command.replace("TEAM", People.unique("team")).replace("ANNA", anna.handle()));

    // Then
    assertThat(reply.line()).startsWith("-err " + code + " ");
  }

  @Test
  void groupExistsIsANameThatIsTaken(People people) {
    // Given
    Person anna = people.online("anna");
    String group = People.unique("team");
    anna.must("create group " + group);

    // When
    Reply reply = anna.ask("create group " + group);

    // Then
    assertThat(reply.line()).startsWith("-err group_exists ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"message group OPEN hi", "/group OPEN hi", "msg #OPEN hi", "group leave OPEN"})
  void notMemberIsWhoHasNotJoinedAnOpenGroup(String command, People people) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.online("bert");
    String group = People.unique("open");
    anna.must("/group " + group);

    // When
    Reply reply = bert.ask(command.replace("OPEN", group));

    // Then
    assertThat(reply.line()).startsWith("-err not_member ");
  }

  @Test
  void blockedIsWhoWasBlocked(People people) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.online("bert");
    bert.must("block " + anna);

    // When
    Reply reply = anna.ask("message " + bert + " hello");

    // Then
    assertThat(reply.line()).startsWith("-err blocked ");
    assertThat(anna.ask("history @" + bert).rows()).isEmpty();
  }

  @Test
  void rateLimitedIsWhoWritesTooFast(People people) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.registered("bert");
    LineClient client = anna.client();

    // When
    IntStream.range(0, 400).forEach(i -> client.send("message " + bert + " spam " + i));
    Reply refused =
        IntStream.range(0, 400)
            .mapToObj(_ -> client.awaitReply())
            .filter(reply -> !reply.isOk())
            .reduce((_, last) -> last)
            .orElseThrow();

    // Then
    assertThat(refused.line()).matches("-err rate_limited \\d+ .*");
  }
}
