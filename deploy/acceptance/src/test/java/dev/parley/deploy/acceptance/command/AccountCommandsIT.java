package dev.parley.deploy.acceptance.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.deploy.acceptance.line.Event;
import dev.parley.deploy.acceptance.line.LineClient;
import dev.parley.deploy.acceptance.line.ReceivedMessage;
import dev.parley.deploy.acceptance.line.Reply;
import dev.parley.deploy.acceptance.people.OnParley;
import dev.parley.deploy.acceptance.people.People;
import dev.parley.deploy.acceptance.people.Person;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnParley
class AccountCommandsIT {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "help",
        "register",
        "login",
        "message",
        "broadcast",
        "create group",
        "message group",
        "group add",
        "group remove",
        "group leave",
        "group members",
        "group mute",
        "group unmute",
        "group muted",
        "grouplist",
        "whoelse",
        "wholasthr",
        "ping",
        "block",
        "unblock",
        "offline",
        "history",
        "logout"
      })
  void helpNamesEveryCommand(String command, People people) {
    // When
    Reply reply = people.stranger().ask("help");

    // Then
    assertThat(reply.line()).isEqualTo("+ok help " + reply.rows().size());
    assertThat(reply.rows()).anyMatch(row -> row.toLowerCase(Locale.ROOT).contains(command));
  }

  @Test
  void registerMakesAnAccount(People people) {
    // Given
    String handle = People.unique("anna");
    String password = People.password();
    LineClient client = people.stranger();

    // When
    Reply reply = client.ask("register " + handle + " " + password);

    // Then
    assertThat(reply.line()).isEqualTo("+ok register " + handle);
    assertThat(client.ask("login " + handle + " " + password).line())
        .isEqualTo("+ok login " + handle);
  }

  @Test
  void registerDoesNotLogIn(People people) {
    // Given
    LineClient client = people.stranger();

    // When
    client.ask("register " + People.unique("anna") + " " + People.password());

    // Then
    assertThat(client.ask("whoelse").code()).isEqualTo("not_logged_in");
  }

  @ParameterizedTest
  @ValueSource(strings = {"login", "Login", "LOGIN"})
  void loginReadsItsVerbWithoutRegardToCase(String verb, People people) {
    // Given
    Person anna = people.registered("anna");

    // When
    Reply reply = people.stranger().ask(verb + " " + anna + " " + anna.password());

    // Then
    assertThat(reply.line()).isEqualTo("+ok login " + anna);
  }

  @Test
  void handlesAreReadWithoutRegardToCase(People people) {
    // Given
    Person anna = people.registered("anna");
    String shouted = anna.handle().toUpperCase(Locale.ROOT);

    // When
    Reply reply = people.stranger().ask("login " + shouted + " " + anna.password());

    // Then
    assertThat(reply.line()).isEqualTo("+ok login " + anna);
  }

  @Test
  void takeoverEndsTheOtherSessionWithANotice(People people) {
    // Given
    Person anna = people.online("anna");
    LineClient old = anna.client();
    Event greeting = old.pollEvent(Duration.ZERO, Event::isNotice);

    // When
    List<ReceivedMessage> missed = anna.takeOver(people.stranger());

    // Then
    assertThat(old.awaitEvent("a notice", Event::isNotice)).isNotEqualTo(greeting);
    old.awaitClose();
    assertThat(missed).isEmpty();
    assertThat(anna.ask("ping " + anna).line()).isEqualTo("+ok ping " + anna + " online");
  }

  @Test
  void aSecondLoginWithoutTakeoverLeavesTheFirstSessionAlone(People people) {
    // Given
    Person anna = people.online("anna");

    // When
    Reply reply = people.stranger().ask("login " + anna + " " + anna.password());

    // Then
    assertThat(reply.line()).startsWith("-err already_logged_in ");
    assertThat(anna.ask("whoelse").isOk()).isTrue();
  }

  @Test
  void passwordChangesThePassword(People people) {
    // Given
    Person anna = people.online("anna");
    String fresh = People.password();

    // When
    Reply reply = anna.ask("password " + anna.password() + " " + fresh);

    // Then
    assertThat(reply.line()).isEqualTo("+ok password");
    anna.logout();
    assertThat(people.stranger().ask("login " + anna + " " + anna.password()).code())
        .isEqualTo("bad_credentials");
    assertThat(people.stranger().ask("login " + anna + " " + fresh).isOk()).isTrue();
  }

  @Test
  void passwordWantsTheOldOne(People people) {
    // Given
    Person anna = people.online("anna");

    // When
    Reply reply = anna.ask("password " + People.password() + " " + People.password());

    // Then
    assertThat(reply.line()).startsWith("-err bad_credentials ");
    anna.logout();
    assertThat(anna.login().ask("whoelse").isOk()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"logout", "quit", "exit", "tata", "LogOut"})
  void logoutClosesTheConnection(String verb, People people) {
    // Given
    Person anna = people.online("anna");

    // When
    Reply reply = anna.ask(verb);

    // Then
    assertThat(reply.line()).isEqualTo("+ok logout");
    anna.client().awaitClose();
  }

  @Test
  void logoutLetsTheAccountLogInAgain(People people) {
    // Given
    Person anna = people.online("anna");

    // When
    anna.logout();

    // Then
    assertThat(anna.login().ask("whoelse").isOk()).isTrue();
  }

  @Test
  void theTlsDoorLeadsToTheSameAccounts(People people) {
    // Given
    Person anna = people.onlineByTls("anna");
    Person bert = people.online("bert");

    // When
    bert.tell(anna, "through both doors");

    // Then
    assertThat(anna.awaitMessage("through both doors").author()).isEqualTo(bert.handle());
  }
}
