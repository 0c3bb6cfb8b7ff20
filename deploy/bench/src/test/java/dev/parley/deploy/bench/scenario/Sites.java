package dev.parley.deploy.bench.scenario;

import dev.parley.deploy.bench.door.TestDoor;
import dev.parley.deploy.bench.process.Monitored;
import dev.parley.deploy.bench.session.Door;
import dev.parley.deploy.bench.session.Roster;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/// Sites and courses for tests.
final class Sites {

  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  private Sites() {}

  static Site of(TestDoor door) {
    return of(door, _ -> {});
  }

  static Site of(TestDoor door, Consumer<String> progress) {
    return new Site(
        new Door(Door.Kind.tcp, door.port(), 1),
        List.of(Monitored.self()),
        InstantSource.fixed(NOW),
        progress);
  }

  /// {@return the names of the crew of every site}
  static Roster roster() {
    return Roster.at(NOW.toEpochMilli());
  }

  static Course shortCourse() {
    return shortCourse(Duration.ofSeconds(1));
  }

  static Course shortCourse(Duration settle) {
    return new Course(Duration.ofMillis(100), Duration.ofMillis(400), settle, 100, 1);
  }
}
