package dev.parley.deploy.acceptance.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.deploy.acceptance.line.Reply;
import dev.parley.deploy.acceptance.people.OnParley;
import dev.parley.deploy.acceptance.people.People;
import dev.parley.deploy.acceptance.people.Person;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnParley
class SearchCommandIT {
  private static final Duration LIMIT = Duration.ofSeconds(15);

  @Test
  void findsAMessageAfterASecondOrSo(People people) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.online("bert");
    String word = word("needle");
    anna.tell(bert, "look, a " + word);

    // When
    awaitRows(bert, "search " + word, 1);

    // Then
    Reply reply = bert.ask("search " + word);
    assertThat(reply.line()).isEqualTo("+ok search 1");
    assertThat(reply.rows().getFirst())
        .matches("@" + anna + " 1 \\S+ " + anna + " look, a " + word);
  }

  @Test
  void findsOnlyWhatOneMayRead(People people) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.online("bert");
    Person carl = people.online("carl");
    String word = word("needle");
    anna.tell(bert, word);
    awaitRows(anna, "search " + word, 1);

    // When
    Reply reply = carl.ask("search " + word);

    // Then
    assertThat(reply.line()).isEqualTo("+ok search 0");
  }

  @Test
  void findsMessagesAsTheyAreNow(People people) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.online("bert");
    String before = word("before");
    String after = word("after");
    anna.tell(bert, before);
    anna.tell(bert, before + " too");
    awaitRows(bert, "search " + before, 2);

    // When
    anna.must("edit @" + bert + " 1 " + after);
    anna.must("delete @" + bert + " 2");

    // Then
    awaitRows(bert, "search " + after, 1);
    awaitRows(bert, "search " + before, 0);
  }

  @Test
  void understandsItsOperators(People people) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.online("bert");
    String word = word("needle");
    anna.tell(bert, word + " https://example.org");
    bert.tell(anna, word + " for @" + anna);

    // Then
    awaitRows(anna, "search " + word, 2);
    awaitRows(anna, "search " + word + " from:me", 1);
    awaitRows(anna, "search " + word + " -from:" + bert, 1);
    awaitRows(anna, "search " + word + " in:@" + bert, 2);
    awaitRows(anna, "search " + word + " has:link", 1);
    awaitRows(anna, "search " + word + " mentions:me", 1);
    awaitRows(anna, "search " + word + " before:2020-01-01", 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"search", "search from:", "search has:cheese", "search \"\""})
  void refusesAQueryThatSaysNothing(String command, People people) {
    // When
    Reply reply = people.online("anna").ask(command);

    // Then
    assertThat(reply.line()).startsWith("-err bad_command ");
  }

  @Test
  void refusesAQueryThatIsTooLong(People people) {
    // When
    Reply reply = people.online("anna").ask("search " + "x".repeat(129));

    // Then
    assertThat(reply.line()).startsWith("-err too_long ");
  }

  /// A sign in it would make it something that is found anywhere in a text.
  private static String word(String name) {
    return People.unique(name).replace("-", "");
  }

  private static void awaitRows(Person reader, String command, int rows) {
    await()
        .atMost(LIMIT)
        .untilAsserted(() -> assertThat(reader.must(command).rows()).hasSize(rows));
  }
}
