package dev.parley.deploy.bench.spine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.deploy.bench.process.Monitored;
import dev.parley.deploy.bench.scenario.Course;
import dev.parley.deploy.bench.scenario.Outcome;
import dev.parley.deploy.bench.scenario.PairsScenario;
import dev.parley.deploy.bench.scenario.Room;
import dev.parley.deploy.bench.scenario.RoomScenario;
import dev.parley.deploy.bench.scenario.Scenario;
import dev.parley.deploy.bench.scenario.Site;
import dev.parley.deploy.bench.session.Door;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SpineStackIT {

  private static final Course COURSE =
      new Course(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(20), 100, 1);

  private SpineStack spine;

  @BeforeAll
  void startSpine(@TempDir Path folder) {
    Path root = Path.of(System.getProperty("parley.root", "../.."));
    spine = SpineStack.start(SpineSettings.of(root, folder));
  }

  @AfterAll
  void stopSpine() {
    spine.close();
  }

  @Test
  void carriesDirectMessagesWithoutLoss() {
    // When
    Outcome outcome = run(PairsScenario.closedLoop(COURSE, 10, 2));

    // Then
    assertThat(outcome.violations()).isEmpty();
    assertThat(outcome.figures().deliveredPerSecond()).isPositive();
  }

  @Test
  void carriesAGroupWithoutLoss() {
    // When
    Outcome outcome = run(new RoomScenario(COURSE, new Room(250, 3), 2));

    // Then
    assertThat(outcome.violations()).isEmpty();
    assertThat(outcome.figures().deliveredPerSecond())
        .isGreaterThan(100 * outcome.figures().acknowledgedPerSecond());
  }

  @Test
  void runsAsProcessesOfItsOwn() {
    // When
    List<Monitored> processes = spine.processes();

    // Then
    assertThat(processes)
        .extracting(Monitored::name)
        .containsExactly("spine door", "spine router", "broker", "postgres");
    assertThat(processes).allMatch(p -> ProcessHandle.of(p.pid()).isPresent(), "runs");
  }

  @Test
  void leavesNothingBehind(@TempDir Path other) throws IOException {
    // Given
    Path root = Path.of(System.getProperty("parley.root", "../.."));
    SpineStack second = SpineStack.start(SpineSettings.of(root, other));
    List<Monitored> processes = second.processes();

    // When
    second.close();

    // Then
    Awaitility.await()
        .untilAsserted(
            () -> assertThat(processes).noneMatch(p -> ProcessHandle.of(p.pid()).isPresent()));
    try (Stream<Path> left = Files.list(other)) {
      assertThat(left).isEmpty();
    }
  }

  private Outcome run(Scenario scenario) {
    return scenario.run(
        new Site(
            new Door(Door.Kind.tcp, spine.port(), 1),
            spine.processes(),
            InstantSource.system(),
            _ -> {}));
  }
}
