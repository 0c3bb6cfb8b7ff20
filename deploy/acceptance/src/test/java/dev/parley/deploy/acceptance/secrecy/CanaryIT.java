package dev.parley.deploy.acceptance.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.deploy.acceptance.line.LineClient;
import dev.parley.deploy.acceptance.line.LineDoor;
import dev.parley.deploy.acceptance.people.People;
import dev.parley.deploy.acceptance.people.Person;
import dev.parley.deploy.acceptance.stack.ParleyStack;
import dev.parley.deploy.acceptance.trace.Collector;
import dev.parley.deploy.acceptance.trace.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
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

  private final Collector collector = new Collector();
  private final ParleyStack stack = ParleyStack.start(talkative());

  private final FileSearch data = new FileSearch(stack.home().resolve("data"));
  private final FileSearch logs = new FileSearch(stack.home().resolve("logs"));

  @BeforeAll
  void letTheCanariesFly() {
    try (var people = new People(stack)) {
      usePasswords(stack.tcp());
      usePasswords(stack.tls());
      Person anna = people.online("anna");
      Person bert = people.online("bert");
      // The first message of a direct conversation is fetched; from the second on it comes live.
      anna.tell(bert, "hello");
      bert.awaitMessage("hello");
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
    collector.close();
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

  @Test
  void oneMessageIsFollowedFromDoorToDoor() {
    // Given
    Span message = named("message", CanaryIT::isSecondToBert);

    // When
    Span publish = named("publish", after(message));
    Span store = named("store", after(publish));
    Span fanOut = named("fan out", after(store));
    Span deliver = named("deliver", after(fanOut));

    // Then
    List<Span> way = List.of(message, publish, store, fanOut, deliver);
    assertThat(way)
        .extracting(Span::service)
        .containsExactly("gateway", "gateway", "routing-service", "routing-service", "gateway");
    assertThat(way).extracting(Span::trace).containsOnly(message.trace());
    assertThat(way).extracting(Span::start).isSorted();
    assertThat(way).allSatisfy(each -> assertThat(each.end()).isGreaterThanOrEqualTo(each.start()));
    assertThat(List.of(message, store, deliver))
        .extracting(each -> each.attributes().get("parley.seq"))
        .containsOnly("2");
  }

  @Test
  void noMessageAndNoPasswordIsInATrace() {
    assertThat(collector.spans()).isNotEmpty();
    assertThat(collector.holds(TEXT)).isFalse();
    assertThat(collector.holds(PASSWORD)).isFalse();
  }

  private static boolean isSecondToBert(Span span) {
    return span.attributes().getOrDefault("parley.conversation", "").startsWith("@anna")
        && span.attributes().getOrDefault("parley.seq", "").equals("2");
  }

  private Map<String, String> talkative() {
    Map<String, String> settings = new HashMap<>(collector.settings());
    settings.put("quarkus.log.level", "TRACE");
    settings.put("quarkus.log.console.level", "TRACE");
    settings.put("quarkus.log.category.\"dev.parley\".level", "TRACE");
    return settings;
  }

  private Span named(String name, Predicate<Span> which) {
    return collector.spans().stream()
        .filter(each -> each.name().equals(name))
        .filter(which)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + name + " among " + collector.spans()));
  }

  private static Predicate<Span> after(Span parent) {
    return each -> each.parent().equals(parent.id()) && each.trace().equals(parent.trace());
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
