package dev.parley.deploy.acceptance.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.deploy.acceptance.line.Reply;
import dev.parley.deploy.acceptance.people.OnParley;
import dev.parley.deploy.acceptance.people.People;
import dev.parley.deploy.acceptance.people.Person;
import dev.parley.deploy.acceptance.stack.Doors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The error codes of the protocol that concern accounts and logins.
@OnParley
class AccountErrorsIT {
  @ParameterizedTest
  @ValueSource(strings = {"login", "login anna", "register", "register anna", "frobnicate"})
  void badCommandIsSaidToStrangersToo(String command, People people) {
    // When
    Reply reply = people.stranger().ask(command);

    // Then
    assertThat(reply.line()).startsWith("-err bad_command ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ab",
        "1anna",
        "_anna",
        "an+na",
        "an/na",
        "an:na",
        "änna",
        "аnna",
        "a234567890123456789012345678901234"
      })
  void badNameIsAHandleThatBreaksTheRule(String handle, People people) {
    // When
    Reply reply = people.stranger().ask("register " + handle + " " + People.password());

    // Then
    assertThat(reply.line()).startsWith("-err bad_name ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "message bert hi",
        "msg bert hi",
        "@bert hi",
        "broadcast hi",
        "create group team",
        "/group team",
        "/group team hi",
        "message group team hi",
        "msg #team hi",
        "group add team bert",
        "group remove team bert",
        "group leave team",
        "group members team",
        "group mute team bert",
        "group unmute team bert",
        "group muted team",
        "grouplist",
        "groups",
        "whoelse",
        "users",
        "!users",
        "wholasthr",
        "ping bert",
        "block bert",
        "unblock bert",
        "offline",
        "history @bert"
      })
  void notLoggedInIsEverythingBeforeTheLogin(String command, People people) {
    // When
    Reply reply = people.stranger().ask(command);

    // Then
    assertThat(reply.line()).startsWith("-err not_logged_in ");
  }

  @Test
  void alreadyLoggedInIsASecondLoginOnOneConnection(People people) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.registered("bert");

    // When
    Reply reply = anna.ask("login " + bert + " " + bert.password());

    // Then
    assertThat(reply.line()).startsWith("-err already_logged_in ");
    assertThat(anna.ask("ping " + anna).line()).isEqualTo("+ok ping " + anna + " online");
  }

  @Test
  void nameTakenIsTheHandleOfSomebody(People people) {
    // Given
    Person anna = people.registered("anna");
    String shouted = anna.handle().replace('a', 'A');

    // When
    Reply reply = people.stranger().ask("register " + shouted + " " + People.password());

    // Then
    assertThat(reply.line()).startsWith("-err name_taken ");
  }

  @Test
  void badCredentialsIsTheSameForAWrongPasswordAndAnUnknownAccount(People people) {
    // Given
    Person anna = people.registered("anna");

    // When
    Reply wrong = people.stranger().ask("login " + anna + " " + People.password());
    Reply unknown = people.stranger().ask("login " + People.unique("nobody") + " whatever-it-is");

    // Then
    assertThat(wrong.line()).startsWith("-err bad_credentials ");
    assertThat(unknown.line()).isEqualTo(wrong.line());
  }

  @Test
  void lockedIsAnAccountAfterThreeWrongPasswordsWhateverIsTried(People people, Doors stack) {
    // Given
    Person anna = people.registered("anna");
    String wrong = "login " + anna + " " + People.password();
    IntStream.range(0, 3).forEach(_ -> people.stranger().ask(wrong));

    // When
    Reply again = people.stranger().ask(wrong);
    Reply right = people.connect(stack.tls()).ask("login " + anna + " " + anna.password());

    // Then
    assertThat(Stream.of(again, right))
        .allMatch(reply -> reply.line().matches("-err locked ([1-5]?\\d|60) .*"));
  }

  @Test
  void aRightPasswordForgetsTheWrongOnes(People people, Doors stack) {
    // Given
    Person anna = people.registered("anna");
    String wrong = "login " + anna + " " + People.password();
    IntStream.range(0, 2).forEach(_ -> people.stranger().ask(wrong));
    anna.login(stack.tcp());
    anna.logout();

    // When
    IntStream.range(0, 2).forEach(_ -> people.stranger().ask(wrong));

    // Then
    assertThat(anna.login(stack.tcp())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "short", "1234567"})
  void weakPasswordIsAShortOne(String password, People people) {
    // When
    Reply reply = people.stranger().ask("register " + People.unique("anna") + " " + password);

    // Then
    assertThat(reply.line()).startsWith("-err weak_password ");
  }
}
