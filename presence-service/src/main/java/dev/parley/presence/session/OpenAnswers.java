package dev.parley.presence.session;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.delivery.Done;
import dev.parley.contracts.delivery.Refused;
import dev.parley.presence.effect.Effects;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/// Answers those who ask for a session, and counts how that went. For one thread.
final class OpenAnswers {

  private static final String HAS_A_SESSION = "This account is logged in already.";
  private static final String IS_OVER = "This session is over; log in again.";
  private static final String GATEWAY_IS_GONE = "This session cannot go on; connect again.";

  private final KnownSessions sessions;
  private final Effects effects;
  private final Map<OpenOutcome, Integer> outcomes = new EnumMap<>(OpenOutcome.class);

  /// @param sessions as they are when an answer is given
  /// @param effects takes the answers
  OpenAnswers(KnownSessions sessions, Effects effects) {
    this.sessions = sessions;
    this.effects = effects;
  }

  Map<OpenOutcome, Integer> outcomes() {
    return outcomes;
  }

  void done(OpenRequest request, OpenOutcome outcome) {
    outcomes.merge(outcome, 1, Integer::sum);
    effects.reply(request.replyTo(), new Done(request.replyTo().request()));
  }

  void refuse(OpenRequest request, OpenOutcome outcome) {
    outcomes.merge(outcome, 1, Integer::sum);
    long number = request.replyTo().request();
    effects.reply(
        request.replyTo(),
        switch (outcome) {
          case ALREADY_LOGGED_IN ->
              new Refused(number, ErrorCode.ALREADY_LOGGED_IN, whereElse(request.account()), 0);
          case BAD_CREDENTIALS -> new Refused(number, ErrorCode.BAD_CREDENTIALS, IS_OVER, 0);
          case UNAVAILABLE, OPENED, TAKEN_OVER, RESUMED, REPEATED ->
              new Refused(number, ErrorCode.UNAVAILABLE, GATEWAY_IS_GONE, 0);
        });
  }

  /// {@return a sentence on the session that has the account's place, if it is still known}
  private String whereElse(String account) {
    return sessions.openOf(account).stream()
        .findFirst()
        .map(open ->
            "%s is logged in elsewhere (%s, since %s)"
                .formatted(account, open.door(), Instant.ofEpochMilli(open.openedAt())))
        .orElse(HAS_A_SESSION);
  }
}
