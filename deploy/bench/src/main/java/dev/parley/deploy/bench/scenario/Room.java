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

/// One group with many members, the first of which post.
///
/// @param size members, 2 to 100,000
/// @param senders how many of them post, 1 to all
public record Room(int size, int senders) {

  private static final Duration GREETING_LIMIT = Duration.ofSeconds(60);
  // A line may have 8 KiB, a handle 32 characters and a space.
  private static final int HANDLES_PER_LINE = 200;
  private static final int REMEMBERED = 16_384;

  /// Checks the bounds.
  public Room {
    if (size < 2 || size > Crew.MOST || senders < 1 || senders > size) {
      throw new IllegalArgumentException(
          "a room must have 2 to 100000 members, 1 or more of them posting, got "
              + size
              + ", "
              + senders);
    }
  }

  /// Registers the members and waits until all of them know the group. Blocks.
  ///
  /// @param crew has nobody yet
  /// @param violations takes broken promises
  /// @return the talkers, as the members are numbered
  Conversation gather(Crew crew, Site site, Violations violations) {
    site.progress().accept("room: " + size + " accounts register and log in");
    crew.enlist(size);
    site.progress().accept("room: the group is made");
    makeGroup(crew);
    Conversation conversation = cast(crew, violations);
    new Settlement(List.of(conversation), violations, GREETING_LIMIT).await();
    return conversation;
  }

  private Conversation cast(Crew crew, Violations violations) {
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
  private void makeGroup(Crew crew) {
    ChatConnection founder = crew.members().getFirst();
    String verb = "create group ";
    for (int from = 1; from < size; from += HANDLES_PER_LINE) {
      String handles =
          IntStream.range(from, Math.min(size, from + HANDLES_PER_LINE))
              .mapToObj(crew.roster()::handle)
              .collect(Collectors.joining(" "));
      Crew.await(Patience.ask(founder, verb + crew.roster().group(0) + " " + handles));
      verb = "group add ";
    }
  }
}
