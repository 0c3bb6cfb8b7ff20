package dev.parley.deploy.acceptance.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.deploy.acceptance.line.LineClient;
import dev.parley.deploy.acceptance.people.OnParley;
import dev.parley.deploy.acceptance.people.People;
import dev.parley.deploy.acceptance.people.Person;
import dev.parley.deploy.acceptance.stack.ParleyStack;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who tries to get in without a password.
@OnParley
class GuessingIT {
  private static final int LIMIT = 3;

  /// Cases A3 and A4: the lock is one for all doors, and guesses that come at the same moment are
  /// counted before they are looked at.
  @Test
  void guessesAtAllDoorsAtOnceCountTogether(People people, ParleyStack stack) {
    // Given
    Person anna = people.online("anna");
    try (Doors doors = new Doors(stack);
        ExecutorService guessers = Executors.newVirtualThreadPerTaskExecutor()) {
      // When
      List<CompletableFuture<String>> guesses =
          IntStream.range(0, 4)
              .boxed()
              .flatMap(_ -> doors.all().stream())
              .map(door ->
                  CompletableFuture.supplyAsync(
                      () -> door.login(anna.handle(), People.password()), guessers))
              .toList();
      List<String> answers = guesses.stream().map(CompletableFuture::join).toList();

      // Then
      assertThat(answers).containsOnly("bad_credentials", "locked");
      assertThat(answers.stream().filter("bad_credentials"::equals))
          .hasSizeLessThanOrEqualTo(LIMIT);
      assertThat(doors.all())
          .allSatisfy(
              door -> assertThat(door.login(anna.handle(), anna.password())).isEqualTo("locked"));
    }
    // Case A5: whoever is logged in stays so.
    assertThat(anna.ask("groups").isOk()).isTrue();
  }

  /// Case A6: nobody learns by guessing which accounts there are.
  @Test
  void locksAnAccountThatDoesNotExistAsOneThatDoes(People people) {
    // Given
    String anna = people.registered("anna").handle();
    String nobody = People.unique("nobody");

    // When
    List<String> ofAnna = guess(people, anna);
    List<String> ofNobody = guess(people, nobody);

    // Then
    assertThat(ofNobody).isEqualTo(ofAnna);
    assertThat(ofAnna).last().asString().startsWith("-err locked");
  }

  private static List<String> guess(People people, String account) {
    return Stream.generate(() -> people.stranger().ask("login " + account + " not-the-password"))
        .limit(LIMIT + 1)
        .map(reply -> reply.line().replaceAll("\\d+", "N"))
        .toList();
  }

  /// Case A2: a connection stays with whom it was opened for.
  @Test
  void nobodyChangesPlacesOnAConnection(People people) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.registered("bert");

    // Then
    assertThat(anna.ask("login " + bert + " " + bert.password() + " takeover").code())
        .isEqualTo("already_logged_in");
    assertThat(anna.ask("register " + People.unique("carl") + " " + People.password()).code())
        .isEqualTo("already_logged_in");
    assertThat(anna.tell(bert, "from me")).isPositive();
    assertThat(bert.login().ask("history @" + anna).rows())
        .last()
        .asString()
        .contains(anna.handle());
  }

  /// Case A19: letters that look like others, and signs that nobody sees.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "аdmin",
        "admin\u200b",
        "adm\u0131n",
        "admın",
        "\uff41dmin",
        "ad\u00admin",
        "admin\u202e"
      })
  void noNameLooksLikeAnother(String name, People people) {
    LineClient stranger = people.stranger();

    assertThat(stranger.ask("register " + name + " " + People.password()).code())
        .isEqualTo("bad_name");
  }

  /// Case A19: names that readers would take for the server's own.
  @ParameterizedTest
  @ValueSource(strings = {"console", "CONSOLE", "parley", "system", "server", "everyone"})
  void noNameStandsForTheServer(String name, People people) {
    assertThat(people.stranger().ask("register " + name + " " + People.password()).code())
        .isEqualTo("name_taken");
  }

  /// Case A16: what a token says of itself is not believed.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "eyJhbGciOiJub25lIn0.eyJzdWIiOiJjb25zb2xlIiwiaXNzIjoicGFybGV5IiwiYXVkIjoicGFybGV5LWNvbnNvbGUiLCJleHAiOjQxMDI0NDQ4MDB9.",
        "eyJhbGciOiJub25lIiwia2lkIjoiLi4vLi4vdG9rZW4uandrIn0.eyJzdWIiOiJjb25zb2xlIn0.",
        "eyJhbGciOiJIUzI1NiIsImtpZCI6IngifQ.eyJzdWIiOiJjb25zb2xlIn0.AAAA",
        "a.b.c.d.e",
        "nonsense"
      })
  void aForgedTokenOpensNothing(String token, ParleyStack stack) {
    try (Doors doors = new Doors(stack)) {
      assertThat(doors.call("accounts", token)).isEqualTo(401);
    }
  }

  /// A token of an account that is no administrator opens nothing either.
  @Test
  void aTokenOfAMemberIsNoAdministrators(People people, ParleyStack stack) {
    // Given
    Person anna = people.registered("anna");
    try (Doors doors = new Doors(stack)) {
      String token = doors.token(anna);

      // Then
      for (String path : List.of("accounts", "policy", "audit")) {
        assertThat(doors.call(path, token)).as(path).isEqualTo(403);
      }
      assertThat(doors.importNull(token)).isIn(400, 403);
    }
  }
}
