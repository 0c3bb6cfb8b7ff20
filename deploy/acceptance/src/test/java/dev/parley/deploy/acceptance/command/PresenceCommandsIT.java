package dev.parley.deploy.acceptance.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.deploy.acceptance.line.Reply;
import dev.parley.deploy.acceptance.people.OnParley;
import dev.parley.deploy.acceptance.people.People;
import dev.parley.deploy.acceptance.people.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnParley
class PresenceCommandsIT {

  private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z";

  @ParameterizedTest
  @ValueSource(strings = {"whoelse", "users", "!users"})
  void whoelseShowsTheOthersWithTheirDoors(String command, People people) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.online("bert");
    Person carl = people.onlineByTls("carl");

    // When
    Reply reply = anna.ask(command);

    // Then
    assertThat(reply.line()).isEqualTo("+ok whoelse " + reply.rows().size());
    assertThat(reply.rows())
        .anyMatch(row -> row.matches(bert + " tcp " + TIME))
        .anyMatch(row -> row.matches(carl + " tls " + TIME))
        .noneMatch(row -> row.startsWith(anna + " "));
  }

  @Test
  void whoelseDoesNotShowWhoHasGone(People people) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.online("bert");
    bert.logout();
    anna.awaitLine("* leave " + bert);

    // When
    Reply reply = anna.ask("whoelse");

    // Then
    assertThat(reply.rows()).noneMatch(row -> row.startsWith(bert + " "));
  }

  @Test
  void wholasthrShowsWhoWasHereWithinTheHour(People people) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.online("bert");
    Person carl = people.online("carl");
    carl.logout();
    anna.awaitLine("* leave " + carl);

    // When
    Reply reply = anna.ask("wholasthr");

    // Then
    assertThat(reply.line()).isEqualTo("+ok wholasthr " + reply.rows().size());
    assertThat(reply.rows())
        .anyMatch(row -> row.matches(bert + " " + TIME + " online"))
        .anyMatch(row -> row.matches(carl + " " + TIME + " offline"));
  }

  @Test
  void wholasthrDoesNotShowWhoNeverLoggedIn(People people) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.registered("bert");

    // When
    Reply reply = anna.ask("wholasthr");

    // Then
    assertThat(reply.rows()).noneMatch(row -> row.startsWith(bert + " "));
  }

  @Test
  void pingTellsThatSomebodyIsHere(People people) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.online("bert");

    // When
    Reply reply = anna.ask("ping " + bert);

    // Then
    assertThat(reply.line()).isEqualTo("+ok ping " + bert + " online");
  }

  @Test
  void pingTellsThatSomebodyIsAway(People people) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.registered("bert");

    // When
    Reply reply = anna.ask("ping " + bert);

    // Then
    assertThat(reply.line()).isEqualTo("+ok ping " + bert + " offline");
  }

  @Test
  void pingTellsABlockedPersonNothingElse(People people) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.online("bert");
    bert.must("block " + anna);

    // When
    Reply reply = anna.ask("ping " + bert);

    // Then
    assertThat(reply.line()).isEqualTo("+ok ping " + bert + " blocked");
  }

  @Test
  void everybodyIsToldWhoComes(People people) {
    // Given
    Person anna = people.online("anna");

    // When
    Person bert = people.online("bert");

    // Then
    anna.awaitLine("* join " + bert);
  }

  @Test
  void everybodyIsToldWhoGoes(People people) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.online("bert");

    // When
    bert.client().reset();

    // Then
    anna.awaitLine("* leave " + bert);
    assertThat(anna.ask("ping " + bert).line()).isEqualTo("+ok ping " + bert + " offline");
  }
}
