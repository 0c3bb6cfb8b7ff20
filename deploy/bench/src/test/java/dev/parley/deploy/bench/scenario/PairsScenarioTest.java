package dev.parley.deploy.bench.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.deploy.bench.door.Fault;
import dev.parley.deploy.bench.door.TestDoor;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PairsScenarioTest {

  @Test
  void measuresAServerThatKeepsItsPromises() throws IOException {
    // Given
    try (TestDoor door = TestDoor.open(Fault.NONE)) {
      PairsScenario pairs = PairsScenario.closedLoop(Sites.shortCourse(), 4, 3);

      // When
      Outcome outcome = pairs.run(Sites.of(door));

      // Then
      assertThat(outcome.violations()).isEmpty();
      assertThat(outcome.figures().acknowledgedPerSecond()).isPositive();
      assertThat(outcome.figures().deliveredPerSecond()).isPositive();
      assertThat(outcome.figures().delivery().count()).isPositive();
      assertThat(outcome.processes()).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void findsEveryFault(Fault fault) throws IOException {
    // Given
    try (TestDoor door = TestDoor.open(fault)) {
      PairsScenario pairs = PairsScenario.closedLoop(Sites.shortCourse(), 2, 3);

      // When
      Outcome outcome = pairs.run(Sites.of(door));

      // Then
      assertThat(outcome.violationCount()).as("%s", fault).isPositive();
      assertThat(outcome.violations()).isNotEmpty();
    }
  }

  @Test
  void postsAtTheRateThatWasAskedFor() throws IOException {
    // Given
    try (TestDoor door = TestDoor.open(Fault.NONE)) {
      Course course =
          new Course(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(5), 100, 1);

      // When
      Outcome outcome = PairsScenario.fixedRate(course, 4, 200).run(Sites.of(door));

      // Then
      assertThat(outcome.violations()).isEmpty();
      assertThat(outcome.figures().acknowledgement().count()).isEqualTo(200);
      assertThat(outcome.figures().delivery().count()).isEqualTo(200);
      assertThat(outcome.figures().lateness().count()).isEqualTo(200);
    }
  }

  @Test
  void sharesTheWorkAmongSeveralLoops() throws IOException {
    // Given
    try (TestDoor door = TestDoor.open(Fault.NONE)) {
      Course course =
          new Course(Duration.ZERO, Duration.ofMillis(500), Duration.ofSeconds(5), 100, 3);

      // When
      Outcome outcome = PairsScenario.fixedRate(course, 10, 400).run(Sites.of(door));

      // Then
      assertThat(outcome.violations()).isEmpty();
      assertThat(outcome.figures().acknowledgement().count()).isBetween(198L, 202L);
    }
  }

  @Test
  void asksAgainWhileTheServerIsBusy() throws IOException {
    // Given
    try (TestDoor door = TestDoor.open(Fault.NONE, 3)) {

      // When
      Outcome outcome = PairsScenario.closedLoop(Sites.shortCourse(), 2, 1).run(Sites.of(door));

      // Then
      assertThat(outcome.violations()).isEmpty();
    }
  }

  @Test
  void failsWhereNobodyListens() throws IOException {
    // Given
    TestDoor door = TestDoor.open(Fault.NONE);
    door.close();
    PairsScenario pairs = PairsScenario.closedLoop(Sites.shortCourse(), 2, 1);

    // When // Then
    assertThatThrownBy(() -> pairs.run(Sites.of(door)))
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(IOException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3})
  void wantsAnEvenNumberOfConnections(int connections) {
    // When // Then
    assertThatThrownBy(() -> PairsScenario.closedLoop(Sites.shortCourse(), connections, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
