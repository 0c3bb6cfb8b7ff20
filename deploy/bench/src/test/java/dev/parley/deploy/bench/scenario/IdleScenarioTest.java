package dev.parley.deploy.bench.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.deploy.bench.check.Violations;
import dev.parley.deploy.bench.door.Fault;
import dev.parley.deploy.bench.door.TestDoor;
import dev.parley.deploy.bench.process.GatewayMemory;
import dev.parley.deploy.bench.process.Monitored;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class IdleScenarioTest {

  @Test
  void findsEveryConnectionHeld() throws IOException {
    // Given
    try (TestDoor door = TestDoor.open(Fault.NONE)) {
      long self = ProcessHandle.current().pid();
      GatewayMemory memory = new GatewayMemory(List.of(new Monitored("gateway", self)));
      Violations violations = new Violations();
      IdleScenario scenario = new IdleScenario(30, Duration.ofMillis(50));

      // When
      IdleOutcome outcome;
      try (IdleLines held = new IdleLines(Sites.of(door), violations)) {
        outcome = scenario.run(held, memory, violations, _ -> {});
      }

      // Then
      assertThat(outcome.violations()).isEmpty();
      assertThat(outcome.connections()).isEqualTo(30);
      assertThat(outcome.heap()).isPositive();
      assertThat(outcome.threads()).isPositive();
      assertThat(outcome.broadcastMillis()).isPositive();
    }
  }
}
