package dev.parley.deploy.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.deploy.acceptance.history.Violation;
import dev.parley.deploy.acceptance.people.OnParley;
import dev.parley.deploy.acceptance.people.People;
import dev.parley.deploy.acceptance.people.Person;
import dev.parley.deploy.acceptance.stack.ParleyStack;
import dev.parley.deploy.acceptance.traffic.Traffic;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnParley
class CrashIT {

  private static final Duration HEAL_LIMIT = Duration.ofMinutes(2);

  /// Each look is a JVM that starts, and takes from those that heal.
  private static final Duration LOOK = Duration.ofSeconds(1);

  @ParameterizedTest
  @ValueSource(strings = {"kafka", "postgres", "gateway-1", "routing-service-1"})
  void theDeathOfAProcessLosesNothing(String process, People people, ParleyStack stack) {
    try (Traffic traffic = Traffic.start(stack.tcp(), Casts.of(people))) {
      // When
      stack.kill(process);
      heal("kill -9 " + process, traffic, stack);

      // Then
      assertThat(violations(traffic, process)).isEmpty();
      assertThat(stack.status().process(process).restarts()).isPositive();
    }
  }

  @Test
  void theDeathOfOneOfTwoRoutersLosesNothing(People people, ParleyStack stack) {
    // Given
    stack.scale("routing-service", 2);
    try (Traffic traffic = Traffic.start(stack.tcp(), Casts.of(people))) {
      // When
      stack.kill("routing-service-2");
      heal("kill -9 routing-service-2 of two", traffic, stack);

      // Then
      assertThat(violations(traffic, "one-of-two-routers")).isEmpty();
    } finally {
      stack.scale("routing-service", 1);
    }
  }

  @Test
  void aRouterThatComesAndGoesUnderLoadLosesNothing(People people, ParleyStack stack) {
    try (Traffic traffic = Traffic.start(stack.tcp(), Casts.of(people))) {
      // When
      stack.scale("routing-service", 2);
      heal("scale routing-service 1 to 2", traffic, stack);
      stack.scale("routing-service", 1);
      heal("scale routing-service 2 to 1", traffic, stack);

      // Then
      assertThat(violations(traffic, "scaling")).isEmpty();
    }
  }

  @Test
  void theAccountsAndTheirLocksOutliveAuthService(People people, ParleyStack stack) {
    // Given
    Person anna = people.registered("anna");
    Person locked = people.registered("locked");
    try (Traffic traffic = Traffic.start(stack.tcp(), Casts.of(people))) {
      String wrong = "login " + locked + " " + People.password();
      IntStream.range(0, 3).forEach(_ -> people.stranger().ask(wrong));

      // When
      stack.kill("auth-service-1");
      heal("kill -9 auth-service-1", traffic, stack);

      // Then
      assertThat(people.stranger().ask("login " + locked + " " + locked.password()).code())
          .isEqualTo("locked");
      assertThat(anna.login(stack.tcp())).isEmpty();
      assertThat(violations(traffic, "auth-service-1")).isEmpty();
      assertThat(stack.status().process("auth-service-1").restarts()).isPositive();
    }
  }

  @Test
  void whoIsHereOutlivesPresenceService(People people, ParleyStack stack) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.online("bert");
    try (Traffic traffic = Traffic.start(stack.tcp(), Casts.of(people))) {
      // When
      stack.kill("presence-service-1");
      heal("kill -9 presence-service-1", traffic, stack);

      // Then
      String online = "+ok ping " + bert + " online";
      await()
          .atMost(HEAL_LIMIT)
          .untilAsserted(() -> assertThat(anna.ask("ping " + bert).line()).isEqualTo(online));
      assertThat(people.stranger().ask("login " + bert + " " + bert.password()).code())
          .isEqualTo("already_logged_in");
      assertThat(violations(traffic, "presence-service-1")).isEmpty();
      assertThat(stack.status().process("presence-service-1").restarts()).isPositive();
    }
  }

  private static void heal(String fault, Traffic traffic, ParleyStack stack) {
    long from = System.nanoTime();
    Duration flow = traffic.awaitFlow();
    awaitHealthy(stack);
    HealTimes.add(fault, flow, Duration.ofNanos(System.nanoTime() - from), traffic);
  }

  private static void awaitHealthy(ParleyStack stack) {
    await().atMost(HEAL_LIMIT).pollInterval(LOOK).until(() -> stack.status().healthy());
  }

  private static List<Violation> violations(Traffic traffic, String name) {
    return traffic.finish(Path.of("target", "history-" + name + ".txt"));
  }
}
