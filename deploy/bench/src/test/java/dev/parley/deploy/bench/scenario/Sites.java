package dev.parley.deploy.bench.scenario;

import dev.parley.deploy.bench.door.TestDoor;
import dev.parley.deploy.bench.process.Monitored;
import dev.parley.deploy.bench.session.Door;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/// Sites and courses for tests.
final class Sites {

  private Sites() {}

  static Site of(TestDoor door) {
    return new Site(
        new Door(Door.Kind.tcp, door.port(), 1),
        List.of(Monitored.self()),
        InstantSource.system(),
        _ -> {});
  }

  static Course shortCourse() {
    return new Course(
        Duration.ofMillis(100), Duration.ofMillis(400), Duration.ofSeconds(1), 100, 1);
  }
}
