package dev.parley.deploy.bench.command;

import dev.parley.deploy.bench.process.Monitored;
import dev.parley.deploy.bench.scenario.Course;
import dev.parley.deploy.bench.scenario.Outcome;
import dev.parley.deploy.bench.scenario.PairsScenario;
import dev.parley.deploy.bench.scenario.RoomScenario;
import dev.parley.deploy.bench.scenario.Scenario;
import dev.parley.deploy.bench.scenario.Site;
import dev.parley.deploy.bench.session.Door;
import dev.parley.deploy.bench.spine.SpineSettings;
import dev.parley.deploy.bench.spine.SpineStack;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The loads that the README quotes, in the sizes that it names.
///
/// @param course how long each runs
/// @param loads which of them
record StandardLoads(Course course, List<Load> loads) {

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

  /// Runs them one after another.
  List<Outcome> on(Site site) {
    return loads.stream().map(load -> scenario(load).run(site)).toList();
  }

  /// Runs each on a spine of its own, so that none finds what another left.
  List<Outcome> onSpine(SpineSettings settings, Consumer<String> progress) {
    List<Outcome> outcomes = new ArrayList<>();
    for (Load load : loads) {
      progress.accept("the spine starts");
      try (SpineStack spine = SpineStack.start(settings)) {
        List<Monitored> processes = new ArrayList<>(spine.processes());
        processes.add(Monitored.self());
        Door door = new Door(spine.port(), 1);
        Site site = new Site(door, processes, InstantSource.system(), progress);
        outcomes.add(scenario(load).run(site));
      }
    }
    return outcomes;
  }

  private Scenario scenario(Load load) {
    return switch (load) {
      case pairs -> PairsScenario.closedLoop(course, CONNECTIONS, OUTSTANDING);
      case rate -> PairsScenario.fixedRate(course, CONNECTIONS, PER_SECOND);
      case room -> new RoomScenario(course, MEMBERS, SENDERS, OUTSTANDING);
    };
  }
}
