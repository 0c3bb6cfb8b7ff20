package dev.parley.presence.query;

import dev.parley.contracts.delivery.OnlineAccount;
import dev.parley.contracts.delivery.OnlineAccounts;
import dev.parley.contracts.delivery.RecentAccount;
import dev.parley.contracts.delivery.RecentAccounts;
import dev.parley.contracts.presence.Ping;
import dev.parley.contracts.presence.WhoElse;
import dev.parley.presence.effect.Effects;
import dev.parley.presence.query.Questions.AskedAt;
import dev.parley.presence.session.SessionConfig;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Answers questions from the store. Blocks for a reading; safe for use by many threads.
@Singleton
public final class Answers {

  private final SessionReader reader;
  private final QueryConfig config;
  private final int maxPerAccount;

  Answers(SessionReader reader, QueryConfig config, SessionConfig sessions) {
    this.reader = reader;
    this.config = config;
    this.maxPerAccount = sessions.maxPerAccount();
  }

  /// Answers all of them.
  ///
  /// @param questions what was asked
  /// @param effects gets the answers
  /// @throws dev.parley.contracts.consumer.TemporaryFaultException if the store is out of reach
  public void answer(Questions questions, Effects effects) {
    if (!questions.whoElse().isEmpty()) {
      answerWhoElse(questions.whoElse(), effects);
    }
    if (!questions.whoLastHour().isEmpty()) {
      answerWhoLastHour(questions.whoLastHour(), effects);
    }
    if (!questions.pings().isEmpty()) {
      answerPings(questions.pings(), effects);
    }
  }

  private void answerWhoElse(List<WhoElse> questions, Effects effects) {
    // So many more that every asker gets all rows after its own were left out.
    List<OnlineAccount> open = reader.open(config.maxRows() + maxPerAccount);
    for (WhoElse question : questions) {
      List<OnlineAccount> others =
          open.stream()
              .filter(session -> !session.account().equals(question.account()))
              .limit(config.maxRows())
              .toList();
      effects.reply(question.replyTo(), new OnlineAccounts(question.replyTo().request(), others));
    }
  }

  private void answerWhoLastHour(List<AskedAt> questions, Effects effects) {
    long earliest = questions.stream().mapToLong(this::since).min().orElseThrow();
    List<RecentSessions> recent = reader.recent(earliest, config.maxRecentRows());
    for (AskedAt question : questions) {
      long since = since(question);
      List<RecentAccount> accounts =
          recent.stream()
              .filter(sessions -> sessions.reach(since))
              .map(RecentSessions::account)
              .toList();
      var replyTo = question.request().replyTo();
      effects.reply(replyTo, new RecentAccounts(replyTo.request(), accounts));
    }
  }

  private long since(AskedAt question) {
    return question.at() - config.recent().toMillis();
  }

  private void answerPings(List<Ping> questions, Effects effects) {
    Map<String, Sighting> seen =
        reader.sightings(questions.stream().map(Ping::target).collect(Collectors.toSet())).stream()
            .collect(Collectors.toMap(Sighting::account, sighting -> sighting));
    for (Ping question : questions) {
      Sighting sighting = seen.getOrDefault(question.target(), Sighting.none(question.target()));
      effects.reply(question.replyTo(), sighting.answer(question.replyTo().request()));
    }
  }
}
