package dev.parley.deploy.acceptance.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.deploy.acceptance.line.LineClient;
import dev.parley.deploy.acceptance.line.LineDoor;
import dev.parley.deploy.acceptance.people.People;
import dev.parley.deploy.acceptance.people.Person;
import dev.parley.deploy.acceptance.stack.ParleyStack;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/// Words that would be recognised anywhere go through a stack of its own that logs all it can; then
/// every file that the stack has written is searched for them.
@TestInstance(Lifecycle.PER_CLASS)
class CanaryIT {

  private static final String PASSWORD = "canary-" + UUID.randomUUID();
  private static final String WRONG_PASSWORD = "parrot-" + UUID.randomUUID();
  private static final String TEXT = "budgie-" + UUID.randomUUID();

  private final ParleyStack stack =
      ParleyStack.start(
          Map.of(
              "quarkus.log.level", "TRACE",
              "quarkus.log.console.level", "TRACE",
              "quarkus.log.category.\"dev.parley\".level", "TRACE"));

  private final FileSearch data = new FileSearch(stack.home().resolve("data"));
  private final FileSearch logs = new FileSearch(stack.home().resolve("logs"));

  @BeforeAll
  void letTheCanariesFly() {
    try (var people = new People(stack)) {
      usePasswords(stack.tcp());
      usePasswords(stack.tls());
      Person anna = people.online("anna");
      Person bert = people.online("bert");
      anna.tell(bert, TEXT);
      anna.must("broadcast " + TEXT);
      bert.awaitMessage(TEXT);
      bert.must("history @" + anna);
    }
    stack.stop();
  }

  @AfterAll
  void clear() {
    stack.close();
  }

  @Test
  void theSearchFindsAMessageInKafkaAndInTheDatabase() {
    assertThat(data.filesWith(TEXT))
        .anyMatch(file -> file.startsWith("kafka"))
        .anyMatch(file -> file.startsWith("postgres"));
  }

  @Test
  void theLogsAreTalkative() {
    assertThat(logs.filesWith("DEBUG")).isNotEmpty();
  }

  @Test
  void noPasswordIsInAnyFile() {
    assertThat(new FileSearch(stack.home()).filesWith(PASSWORD)).isEmpty();
  }

  @Test
  void noWrongPasswordIsInAnyFile() {
    assertThat(new FileSearch(stack.home()).filesWith(WRONG_PASSWORD)).isEmpty();
  }

  @Test
  void noMessageIsInALog() {
    assertThat(logs.linesWith(TEXT)).isEmpty();
  }

  private static void usePasswords(LineDoor door) {
    String handle = People.unique("canary");
    try (LineClient client = LineClient.open(door);
        LineClient other = LineClient.open(door)) {
      assertThat(client.ask("register " + handle + " " + PASSWORD).isOk()).isTrue();
      assertThat(client.ask("register " + handle + " " + PASSWORD).isOk()).isFalse();
      assertThat(client.ask("register x " + PASSWORD).isOk()).isFalse();
      assertThat(client.ask("login " + handle + " " + WRONG_PASSWORD).isOk()).isFalse();
      assertThat(client.ask("login nobody-" + handle + " " + PASSWORD).isOk()).isFalse();
      assertThat(client.ask("logn " + handle + " " + PASSWORD).isOk()).isFalse();
      assertThat(client.ask("login " + handle + " " + PASSWORD).isOk()).isTrue();
      assertThat(client.ask("login " + handle + " " + PASSWORD).isOk()).isFalse();
      assertThat(other.ask("login " + handle + " " + PASSWORD).isOk()).isFalse();
      assertThat(other.ask("login " + handle + " " + PASSWORD + " takeover").isOk()).isTrue();
    }
  }
}
