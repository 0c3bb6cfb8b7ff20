package dev.parley.deploy.bench.scenario;

import dev.parley.deploy.bench.check.Violations;
import dev.parley.deploy.bench.process.GatewayMemory;
import dev.parley.deploy.bench.session.Crew;
import dev.parley.deploy.bench.session.Roster;
import java.util.List;

/// A room under the same load twice; the second time its last member does not read.
///
/// The gateway must end that connection and grow no larger than it was; everybody else must get
/// everything meanwhile, and the member all the rest once it comes back.
public final class DeafScenario {

  private final Course course;
  private final Room room;
  private final Pace pace;

  /// Describes the load.
  ///
  /// @param course how long each of both loads is
  /// @param room who is there; its last member must not post
  /// @param outstanding messages that each sender keeps unacknowledged
  public DeafScenario(Course course, Room room, int outstanding) {
    if (room.senders() == room.size()) {
      throw new IllegalArgumentException(
          "some members must not post, got " + room.senders() + " of " + room.size());
    }
    this.course = course;
    this.room = room;
    this.pace = new ClosedLoop(outstanding);
  }

  /// Runs both loads and lets the member come back. Blocks.
  ///
  /// @param site what it works on; its door must know `resume`
  /// @param gateway the gateway's memory
  /// @return what came of it
  public DeafOutcome run(Site site, GatewayMemory gateway) {
    Violations violations = new Violations();
    try (Crew crew = new Crew(site.door(), Roster.at(site.clock().millis()), course.loops())) {
      Conversation all = room.gather(crew, site, violations);
      return run(site, gateway, crew, all, violations);
    }
  }

  private DeafOutcome run(
      Site site, GatewayMemory gateway, Crew crew, Conversation all, Violations violations) {
    gateway.forgetMost();
    Outcome hearing =
        new LoadRun(site, crew, course, List.of(all), violations).run("everybody reads", pace);
    DeafOutcome.Memory memoryHearing = memory(gateway);

    Talker last = all.readers().getLast();
    DeafMember member = new DeafMember(crew, room.size() - 1, last, violations);
    long had = member.complete();
    site.progress().accept("deaf: the last member stops reading");
    member.stopReading();
    gateway.forgetMost();
    Outcome deaf =
        new LoadRun(site, crew, course, List.of(all.without(last)), violations)
            .run("one does not read", pace);
    DeafOutcome.Memory memoryDeaf = memory(gateway);

    site.progress().accept("deaf: it reads what there is, and comes back");
    String end = member.readToTheEnd(course.settle());
    long heard = member.complete();
    member.comeBack();
    new Settlement(List.of(all), violations, course.settle()).await();
    return new DeafOutcome(
        hearing,
        deaf,
        memoryHearing,
        memoryDeaf,
        end,
        Math.toIntExact(heard - had),
        Math.toIntExact(member.complete() - heard),
        violations.count(),
        violations.first());
  }

  private static DeafOutcome.Memory memory(GatewayMemory gateway) {
    long most = gateway.most();
    return new DeafOutcome.Memory(gateway.measure().heap(), most);
  }
}
