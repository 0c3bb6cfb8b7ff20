package dev.parley.deploy.bench.scenario;

import dev.parley.deploy.bench.check.Violations;
import dev.parley.deploy.bench.session.Crew;
import dev.parley.deploy.bench.session.Roster;
import java.util.List;

/// One group with many members, some of which post as fast as they are acknowledged.
public final class RoomScenario implements Scenario {

  private final Course course;
  private final Room room;
  private final Pace pace;

  /// Describes the load.
  ///
  /// @param course how long
  /// @param room who is there
  /// @param outstanding messages that each sender keeps unacknowledged
  public RoomScenario(Course course, Room room, int outstanding) {
    this.course = course;
    this.room = room;
    this.pace = new ClosedLoop(outstanding);
  }

  @Override
  public Outcome run(Site site) {
    Violations violations = new Violations();
    try (Crew crew = new Crew(site.door(), Roster.at(site.clock().millis()), course.loops())) {
      List<Conversation> conversations = List.of(room.gather(crew, site, violations));
      return new LoadRun(site, crew, course, conversations, violations).run("room", pace);
    }
  }
}
