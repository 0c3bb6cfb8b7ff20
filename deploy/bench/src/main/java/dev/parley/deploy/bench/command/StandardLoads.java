package dev.parley.deploy.bench.command;

import dev.parley.deploy.bench.scenario.Course;
import dev.parley.deploy.bench.scenario.Outcome;
import dev.parley.deploy.bench.scenario.PairsScenario;
import dev.parley.deploy.bench.scenario.Room;
import dev.parley.deploy.bench.scenario.RoomScenario;
import dev.parley.deploy.bench.scenario.Scenario;
import dev.parley.deploy.bench.scenario.Site;
import java.time.Duration;

/// The loads that the README quotes, in the sizes that it names.
///
/// @param course how long each runs
record StandardLoads(Course course) {

  private static final int CONNECTIONS = 200;
  private static final int OUTSTANDING = 10;
  private static final double PER_SECOND = 1_000;
  private static final int MEMBERS = 1_000;
  private static final int SENDERS = 10;

  /// The names on the command line.
  enum Load {
    /// Pairs as fast as they go.
    pairs,
    /// Pairs at 1,000 messages per second.
    rate,
    /// A group of 1,000.
    room
  }

  /// {@return what a load comes to on a site}
  Outcome run(Load load, Site site) {
    return scenario(load).run(site);
  }

  /// Keeps a site busy for a while; what it comes to is not of interest.
  void warm(Site site, Duration time) {
    Course unmeasured =
        new Course(Duration.ZERO, time, course.settle(), course.textSize(), course.loops());
    PairsScenario.closedLoop(unmeasured, CONNECTIONS, OUTSTANDING).run(site);
  }

  private Scenario scenario(Load load) {
    return switch (load) {
      case pairs -> PairsScenario.closedLoop(course, CONNECTIONS, OUTSTANDING);
      case rate -> PairsScenario.fixedRate(course, CONNECTIONS, PER_SECOND);
      case room -> new RoomScenario(course, new Room(MEMBERS, SENDERS), OUTSTANDING);
    };
  }
}
