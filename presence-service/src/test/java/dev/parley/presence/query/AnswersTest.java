package dev.parley.presence.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.ReplyTo;
import dev.parley.contracts.delivery.OnlineAccount;
import dev.parley.contracts.delivery.OnlineAccounts;
import dev.parley.contracts.delivery.PingAnswered;
import dev.parley.contracts.delivery.RecentAccount;
import dev.parley.contracts.delivery.RecentAccounts;
import dev.parley.contracts.presence.Ping;
import dev.parley.contracts.presence.WhoElse;
import dev.parley.contracts.presence.WhoLastHour;
import dev.parley.presence.effect.Effects;
import dev.parley.presence.effect.Effects.Delivery;
import dev.parley.presence.session.Session;
import dev.parley.presence.session.SessionConfig;
import dev.parley.presence.session.SessionEnd;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnswersTest {

  private static final long NOW = 1_700_000_000_000L;
  private static final long HOUR = 3_600_000;

  private final InMemorySessionReader reader = new InMemorySessionReader();
  private final Questions questions = new Questions();
  private final Effects effects = new Effects();

  @Test
  void listsAllButTheAskersOwnSessions() {
    // Given
    reader.add(open("bob"));
    reader.add(open("alice"));
    reader.add(open("carol"));
    questions.add(new WhoElse("alice", to(1)));

    // When
    answer(10);

    // Then
    assertThat(effects.deliveries())
        .containsExactly(
            new Delivery("g1", new OnlineAccounts(1, List.of(row("bob"), row("carol")))));
  }

  @Test
  void fillsTheAnswerUpToTheLimitBesideTheAskersOwnSessions() {
    // Given
    IntStream.range(0, 9).mapToObj(i -> open("user" + i)).forEach(reader::add);
    questions.add(new WhoElse("user0", to(1)));

    // When
    answer(5);

    // Then
    assertThat(effects.deliveries())
        .extracting(delivery -> ((OnlineAccounts) delivery.record()).accounts().size())
        .containsExactly(5);
  }

  @Test
  void listsWhoeverWasHereWithinTheHourTheAskerIncluded() {
    // Given
    reader.add(open("alice"));
    reader.add(ended("bob", NOW - HOUR));
    reader.add(ended("carol", NOW - HOUR - 1));
    questions.add(new WhoLastHour("alice", to(1)), NOW);

    // When
    answer(10);

    // Then
    assertThat(effects.deliveries())
        .containsExactly(
            new Delivery(
                "g1",
                new RecentAccounts(
                    1,
                    List.of(
                        new RecentAccount("alice", NOW - 2 * HOUR, true),
                        new RecentAccount("bob", NOW - 2 * HOUR, false)))));
  }

  @Test
  void countsTheHourFromWhenItWasAsked() {
    // Given
    reader.add(ended("bob", NOW - HOUR));
    questions.add(new WhoLastHour("alice", to(1)), NOW);
    questions.add(new WhoLastHour("alice", to(2)), NOW + 1);

    // When
    answer(10);

    // Then
    assertThat(effects.deliveries())
        .extracting(delivery -> ((RecentAccounts) delivery.record()).accounts().size())
        .containsExactly(1, 0);
  }

  @Test
  void tellsWhetherAnAccountIsOnline() {
    // Given
    reader.add(open("bob"));
    reader.add(ended("carol", NOW));
    questions.add(new Ping("alice", "bob", to(1)));
    questions.add(new Ping("alice", "carol", to(2)));
    questions.add(new Ping("alice", "nobody", to(3)));

    // When
    answer(10);

    // Then
    assertThat(effects.deliveries())
        .extracting(Delivery::record)
        .containsExactly(
            new PingAnswered(1, true, false, null),
            new PingAnswered(2, false, false, NOW),
            new PingAnswered(3, false, false, null));
  }

  @Test
  void readsOnceForAllQuestionsOfAKind() {
    // Given
    for (int request = 0; request < 100; request++) {
      questions.add(new WhoElse("alice", to(request)));
      questions.add(new Ping("alice", "bob", to(request)));
    }

    // When
    answer(10);

    // Then
    assertThat(effects.deliveries()).hasSize(200);
    assertThat(reader.readings()).isEqualTo(2);
  }

  @Test
  void readsNothingIfNothingIsAsked() {
    // When
    answer(10);

    // Then
    assertThat(reader.readings()).isZero();
  }

  private void answer(int maxRows) {
    new Answers(reader, new FixedQueryConfig(maxRows), new OneSession()).answer(questions, effects);
  }

  private static ReplyTo to(long request) {
    return new ReplyTo("g1", request);
  }

  private static OnlineAccount row(String account) {
    return new OnlineAccount(account, "ssh", NOW - 2 * HOUR, false);
  }

  private static Session open(String account) {
    return session(account, null);
  }

  private static Session ended(String account, long at) {
    return session(account, new SessionEnd(at, "logout"));
  }

  private static Session session(String account, @Nullable SessionEnd end) {
    return new Session("s-" + account, account, "g1", "ssh", "::1", null, NOW - 2 * HOUR, end);
  }

  private record FixedQueryConfig(int maxRows) implements QueryConfig {

    @Override
    public int maxRecentRows() {
      return maxRows;
    }

    @Override
    public Duration recent() {
      return Duration.ofHours(1);
    }
  }

  private record OneSession() implements SessionConfig {

    @Override
    public int maxPerAccount() {
      return 1;
    }

    @Override
    public int announceLimit() {
      return 500;
    }

    @Override
    public Duration retention() {
      return Duration.ofDays(30);
    }
  }
}
