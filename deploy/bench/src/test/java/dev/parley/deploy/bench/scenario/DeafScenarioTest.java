package dev.parley.deploy.bench.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.deploy.bench.door.Fault;
import dev.parley.deploy.bench.door.TestDoor;
import dev.parley.deploy.bench.process.GatewayMemory;
import dev.parley.deploy.bench.process.Monitored;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DeafScenarioTest {

  private static final int BUFFERED = 20;

  /// What the door has left comes as slowly as the kernel probes a window that was closed.
  private static final Duration LONG = Duration.ofSeconds(60);

  private final GatewayMemory memory =
      new GatewayMemory(List.of(new Monitored("gateway", ProcessHandle.current().pid())));

  @Test
  void letsAMemberReadNothingAndComeBack() throws IOException {
    // Given
    try (TestDoor door = TestDoor.open(Fault.NONE)) {
      Site site =
          Sites.of(
              door,
              step -> {
                if (step.contains("stops reading")) {
                  door.drop(Sites.roster().handle(11), BUFFERED);
                }
              });

      // When
      DeafOutcome outcome = scenario(Sites.shortCourse(LONG), 12, 3).run(site, memory);

      // Then
      assertThat(outcome.violations()).isEmpty();
      assertThat(outcome.end()).isEqualTo("closed by the server");
      assertThat(outcome.buffered()).isEqualTo(BUFFERED - 1);
      assertThat(outcome.resumed()).isPositive();
      assertThat(outcome.memoryDeaf().heap()).isPositive();
      assertThat(outcome.memoryDeaf().most()).isGreaterThan(outcome.memoryDeaf().heap());
    }
  }

  @Test
  void findsWhatIsLostWhileItDoesNotRead() throws IOException {
    // Given
    try (TestDoor door = TestDoor.open(Fault.FORGETS_A_MESSAGE)) {
      // When
      DeafOutcome outcome = scenario(5, 2).run(Sites.of(door), memory);

      // Then
      assertThat(outcome.violationCount()).isPositive();
    }
  }

  @Test
  void findsThatNobodyEndsAConnectionThatIsNotRead() throws IOException {
    // Given
    try (TestDoor door = TestDoor.open(Fault.NONE)) {
      // When
      DeafOutcome outcome = scenario(5, 2).run(Sites.of(door), memory);

      // Then
      assertThat(outcome.violations()).singleElement().asString().contains("kept the connection");
    }
  }

  @Test
  void wantsSomebodyThatDoesNotPost() {
    assertThatThrownBy(() -> scenario(3, 3)).isInstanceOf(IllegalArgumentException.class);
  }

  private static DeafScenario scenario(int members, int senders) {
    return scenario(Sites.shortCourse(), members, senders);
  }

  private static DeafScenario scenario(Course course, int members, int senders) {
    return new DeafScenario(course, new Room(members, senders), 2);
  }
}
