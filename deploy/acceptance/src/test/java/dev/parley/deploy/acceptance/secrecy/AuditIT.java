package dev.parley.deploy.acceptance.secrecy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.deploy.acceptance.people.OnParley;
import dev.parley.deploy.acceptance.people.People;
import dev.parley.deploy.acceptance.people.Person;
import dev.parley.deploy.acceptance.stack.ParleyStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The audit trail: a line of JSON for whatever somebody did, without the text.
@OnParley
class AuditIT {

  private static final String MESSAGE = "budgie-" + UUID.randomUUID();

  @Test
  void everyDeedIsWrittenDownWithoutTheText(People people, ParleyStack stack) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.online("bert");
    Person carl = people.registered("carl");
    String group = People.unique("audited");

    // When
    IntStream.range(0, 3)
        .forEach(_ -> people.stranger().ask("login " + carl + " " + People.password()));
    anna.must("create group " + group);
    anna.must("group add " + group + " " + bert);
    anna.tellGroup(group, MESSAGE);
    anna.must("group remove " + group + " " + bert);
    anna.must("block " + bert);
    anna.must("unblock " + bert);
    anna.must("group leave " + group);
    anna.logout();

    // Then
    await()
        .untilAsserted(() -> {
          List<String> lines = linesAbout(anna, stack);
          List.of(
                  "registered",
                  "logged_in",
                  "session_opened",
                  "group_created",
                  "member_added",
                  "message_posted",
                  "member_removed",
                  "blocked",
                  "unblocked",
                  "member_left",
                  "logged_out")
              .forEach(action ->
                  assertThat(lines).anyMatch(line -> line.contains("\"" + action + "\"")));
          assertThat(linesAbout(carl, stack))
              .anyMatch(line -> line.contains("\"login_failed\""))
              .anyMatch(line -> line.contains("\"locked\""));
        });
    assertThat(new FileSearch(stack.home().resolve("logs")).filesWith(MESSAGE)).isEmpty();
  }

  private static List<String> linesAbout(Person person, ParleyStack stack) {
    Path trail = stack.home().resolve("logs").resolve("audit.jsonl");
    try {
      return Files.readAllLines(trail).stream()
          .filter(line -> line.contains("\"" + person + "\""))
          .map(line -> line.toLowerCase(java.util.Locale.ROOT))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
