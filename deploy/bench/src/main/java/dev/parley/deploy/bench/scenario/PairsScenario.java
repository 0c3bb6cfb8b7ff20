package dev.parley.deploy.bench.scenario;

import dev.parley.deploy.bench.check.Violations;
import dev.parley.deploy.bench.session.Crew;
import dev.parley.deploy.bench.session.Roster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Direct messages: connections in pairs, the two of each pair post to each other.
public final class PairsScenario implements Scenario {

  private static final Duration GREETING_LIMIT = Duration.ofSeconds(30);
  private static final int REMEMBERED = 256;

  private final Course course;
  private final int pairs;
  private final Pace pace;
  private final String name;

  private PairsScenario(Course course, int connections, Pace pace, String name) {
    if (connections < 2 || connections > Crew.MOST || connections % 2 != 0) {
      throw new IllegalArgumentException(
          "connections must be an even number, 2 to 100000, got " + connections);
    }
    this.course = course;
    this.pairs = connections / 2;
    this.pace = pace;
    this.name = name;
  }

  /// {@return pairs that post as fast as they are acknowledged}
  ///
  /// @param course how long
  /// @param connections how many, an even number
  /// @param outstanding messages that each connection keeps unacknowledged
  public static PairsScenario closedLoop(Course course, int connections, int outstanding) {
    return new PairsScenario(course, connections, new ClosedLoop(outstanding), "pairs");
  }

  /// {@return pairs that post at a fixed rate}
  ///
  /// @param course how long
  /// @param connections how many, an even number
  /// @param perSecond messages per second of all together
  public static PairsScenario fixedRate(Course course, int connections, double perSecond) {
    return new PairsScenario(course, connections, new FixedRate(perSecond), "rate");
  }

  @Override
  public Outcome run(Site site) {
    Violations violations = new Violations();
    try (Crew crew = new Crew(site.door(), Roster.at(site.clock().millis()), course.loops())) {
      site.progress().accept(name + ": " + 2 * pairs + " accounts register and log in");
      crew.enlist(2 * pairs);
      List<Conversation> conversations = pairUp(crew, violations);
      new Settlement(conversations, violations, GREETING_LIMIT).await();
      return new LoadRun(site, crew, course, conversations, violations).run(name, pace);
    }
  }

  private List<Conversation> pairUp(Crew crew, Violations violations) {
    CompletableFuture<?>[] greetings = new CompletableFuture<?>[pairs];
    List<Conversation> conversations = new ArrayList<>();
    for (int pair = 0; pair < pairs; pair++) {
      Casting casting = new Casting(crew, violations, REMEMBERED);
      Part part = part(crew.roster(), 2 * pair, 2 * pair + 1);
      Talker one = casting.talker(2 * pair, part, 0);
      Talker other = casting.talker(2 * pair + 1, part(crew.roster(), 2 * pair + 1, 2 * pair), 0);
      greetings[pair] = casting.greet(2 * pair, one, part.postText());
      conversations.add(new Conversation(List.of(one, other), List.of(one, other)));
    }
    Crew.await(CompletableFuture.allOf(greetings));
    return conversations;
  }

  private static Part part(Roster roster, int member, int peer) {
    return Part.direct(roster.handle(member), member, roster.handle(peer), peer);
  }
}
