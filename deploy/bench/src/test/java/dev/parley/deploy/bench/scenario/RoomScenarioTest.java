package dev.parley.deploy.bench.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.deploy.bench.door.Fault;
import dev.parley.deploy.bench.door.TestDoor;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class RoomScenarioTest {

  @Test
  void measuresARoomWhoseMembersAllGetEverything() throws IOException {
    // Given
    try (TestDoor door = TestDoor.open(Fault.NONE)) {
      RoomScenario room = new RoomScenario(Sites.shortCourse(), new Room(12, 3), 2);

      // When
      Outcome outcome = room.run(Sites.of(door));

      // Then
      assertThat(outcome.violations()).isEmpty();
      assertThat(outcome.figures().deliveredPerSecond())
          .isGreaterThan(5 * outcome.figures().acknowledgedPerSecond());
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void findsEveryFault(Fault fault) throws IOException {
    // Given
    try (TestDoor door = TestDoor.open(fault)) {
      RoomScenario room = new RoomScenario(Sites.shortCourse(), new Room(5, 2), 2);

      // When
      Outcome outcome = room.run(Sites.of(door));

      // Then
      assertThat(outcome.violationCount()).as("%s", fault).isPositive();
    }
  }

  @Test
  void wantsSomebodyToTalkTo() {
    // When // Then
    assertThatThrownBy(() -> new Room(1, 1)).isInstanceOf(IllegalArgumentException.class);
  }
}
