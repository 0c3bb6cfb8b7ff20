package dev.parley.deploy.bench.scenario;

import dev.parley.deploy.bench.check.SeqChecker;
import dev.parley.deploy.bench.check.Violations;
import dev.parley.deploy.bench.session.ChatConnection;
import dev.parley.deploy.bench.session.Crew;
import dev.parley.deploy.bench.session.Patience;
import dev.parley.deploy.bench.session.Roster;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// One group with many members, some of which post as fast as they are acknowledged.
public final class RoomScenario implements Scenario {

  private static final Duration GREETING_LIMIT = Duration.ofSeconds(60);
  // A line may have 8 KiB, a handle 32 characters and a space.
  private static final int HANDLES_PER_LINE = 200;
  private static final int REMEMBERED = 16_384;

  private final Course course;
  private final int size;
  private final int senders;
  private final Pace pace;

  /// Describes a room.
  ///
  /// @param course how long
  /// @param size members, at least 2
  /// @param senders how many of them post, at least 1
  /// @param outstanding messages that each of these keeps unacknowledged
  public RoomScenario(Course course, int size, int senders, int outstanding) {
    if (size < 2 || size > Crew.MOST || senders < 1 || senders > size) {
      throw new IllegalArgumentException(
          "a room must have 2 to 100000 members, 1 or more of them posting, got "
              + size
              + ", "
              + senders);
    }
    this.course = course;
    this.size = size;
    this.senders = senders;
    this.pace = new ClosedLoop(outstanding);
  }

  @Override
  public Outcome run(Site site) {
    Violations violations = new Violations();
    try (Crew crew = new Crew(site.door(), Roster.at(site.clock().millis()), course.loops())) {
      site.progress().accept("room: " + size + " accounts register and log in");
      crew.enlist(size);
      site.progress().accept("room: the group is made");
      List<Conversation> room = List.of(gather(crew, violations));
      new Settlement(room, violations, GREETING_LIMIT).await();
      return new LoadRun(site, crew, course, room, violations).run("room", pace);
    }
  }

  private Conversation gather(Crew crew, Violations violations) {
    String group = crew.roster().group(0);
    makeGroup(crew, group);
    Casting casting = new Casting(crew, violations, REMEMBERED);
    List<Talker> talkers =
        IntStream.range(0, size)
            .mapToObj(i -> casting.talker(i, part(crew.roster(), i), SeqChecker.UNKNOWN))
            .toList();
    Crew.await(casting.greet(0, talkers.getFirst(), part(crew.roster(), 0).postText()));
    return new Conversation(talkers, talkers.subList(0, senders));
  }

  private Part part(Roster roster, int member) {
    return Part.group(roster.handle(member), member, roster.group(0), senders);
  }

  /// The first line makes the group with its first members, the others add to it.
  private void makeGroup(Crew crew, String group) {
    ChatConnection founder = crew.members().getFirst();
    String verb = "create group ";
    for (int from = 1; from < size; from += HANDLES_PER_LINE) {
      String handles =
          IntStream.range(from, Math.min(size, from + HANDLES_PER_LINE))
              .mapToObj(crew.roster()::handle)
              .collect(Collectors.joining(" "));
      Crew.await(Patience.ask(founder, verb + group + " " + handles));
      verb = "group add ";
    }
  }
}
