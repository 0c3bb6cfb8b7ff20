package dev.parley.presence.session;

import dev.parley.contracts.delivery.Done;
import dev.parley.contracts.delivery.SessionTakenOver;
import dev.parley.contracts.presence.CloseSession;
import dev.parley.contracts.presence.EndSessions;
import dev.parley.contracts.presence.OpenSession;
import dev.parley.contracts.presence.ResumeSession;
import dev.parley.presence.effect.Cause;
import dev.parley.presence.effect.Effects;
import dev.parley.presence.session.Change.AccountEnding;
import dev.parley.presence.session.Change.Closing;
import dev.parley.presence.session.Change.GatewayEnding;
import dev.parley.presence.session.Change.Opening;
import dev.parley.presence.session.Change.Resuming;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Decides the changes of one batch, one after the other, on what was read from the store.
///
/// Touches no store: what it decided is to be written by whoever made it. For one thread.
final class Desk {

  private final int maxPerAccount;
  private final KnownSessions sessions;
  private final Set<String> goneGateways;
  private final AccountEnds accountEnds;
  private final Map<Integer, Progress> progress;
  private final Effects effects;
  private final Announcements announcements;

  private final List<GatewayEnding> endings = new ArrayList<>();
  private final Set<String> retold = new LinkedHashSet<>();
  private final OpenAnswers answers;

  Desk(
      int maxPerAccount,
      KnownSessions sessions,
      Set<String> goneGateways,
      AccountEnds accountEnds,
      Map<Integer, Progress> progress,
      Effects effects,
      Announcements announcements) {
    this.maxPerAccount = maxPerAccount;
    this.sessions = sessions;
    this.goneGateways = goneGateways;
    this.accountEnds = accountEnds;
    this.progress = progress;
    this.effects = effects;
    this.announcements = announcements;
    this.answers = new OpenAnswers(sessions, effects);
  }

  void decide(Collection<Change> changes) {
    for (Change change : changes) {
      switch (change) {
        case Opening(OpenSession request, Cause cause) -> open(request, cause);
        case Resuming(ResumeSession request, Cause cause) -> resume(request, cause);
        case Closing(CloseSession request, Cause cause) -> close(request, cause);
        case AccountEnding ending -> end(ending);
        case GatewayEnding ending -> end(ending);
      }
    }
    for (String account : retold) {
      announcements.retell(account, !sessions.openOf(account).isEmpty());
    }
  }

  /// {@return the gateways that end, each once}
  List<GatewayEnding> endings() {
    return endings;
  }

  /// {@return since when logins are void, as far as this batch says so}
  Collection<AccountEnd> accountEnds() {
    return accountEnds.added();
  }

  Map<OpenOutcome, Integer> outcomes() {
    return answers.outcomes();
  }

  private void open(OpenSession asked, Cause cause) {
    OpenRequest request = OpenRequest.of(asked);
    Session known = sessions.byId(asked.session());
    if (known != null) {
      openAgain(request, known, cause);
    } else if (goneGateways.contains(asked.gateway())) {
      answers.refuse(request, OpenOutcome.UNAVAILABLE);
    } else if (isRepeated(cause)) {
      // No session came of it the first time.
      answers.refuse(request, OpenOutcome.ALREADY_LOGGED_IN);
    } else if (accountEnds.voids(asked.account(), asked.authenticatedAt())) {
      answers.refuse(request, OpenOutcome.BAD_CREDENTIALS);
    } else {
      admit(request, asked.takeover(), cause);
    }
  }

  private void openAgain(OpenRequest request, Session known, Cause cause) {
    boolean same =
        known.account().equals(request.account()) && known.gateway().equals(request.gateway());
    if (same && isRepeated(cause)) {
      tellOpenedAgain(known, cause);
      answers.done(request, OpenOutcome.REPEATED);
    } else if (same && known.isOpen()) {
      answers.done(request, OpenOutcome.REPEATED);
    } else {
      answers.refuse(request, OpenOutcome.UNAVAILABLE);
    }
  }

  private void resume(ResumeSession asked, Cause cause) {
    OpenRequest request = OpenRequest.of(asked);
    Session known = sessions.byId(asked.session());
    if (known != null) {
      openAgain(request, known, cause);
    } else if (goneGateways.contains(asked.gateway()) || isRepeated(cause)) {
      answers.refuse(request, OpenOutcome.UNAVAILABLE);
    } else {
      goOn(request, sessions.latestOf(asked.account(), asked.token()), cause);
    }
  }

  /// The session goes on under another id: its record of before ends if it has not ended yet.
  private void goOn(OpenRequest request, @Nullable Session before, Cause cause) {
    SessionEnd end = before == null ? null : before.end();
    boolean over =
        before == null || (end != null && !end.isResumable()) || accountEnds.ends(before);
    if (over || before == null) {
      answers.refuse(request, OpenOutcome.BAD_CREDENTIALS);
    } else if (end == null) {
      replace(request, List.of(before.ended(resumedAt(cause))), cause);
      answers.done(request, OpenOutcome.RESUMED);
    } else if (sessions.openOf(request.account()).size() >= maxPerAccount) {
      answers.refuse(request, OpenOutcome.ALREADY_LOGGED_IN);
    } else {
      replace(request, List.of(), cause);
      answers.done(request, OpenOutcome.RESUMED);
    }
  }

  private void tellOpenedAgain(Session known, Cause cause) {
    if (known.openedAt() == cause.at()) {
      List<Session> displaced = new ArrayList<>();
      displaced.addAll(sessions.endedOf(known.account(), takenOverAt(cause)));
      displaced.addAll(sessions.endedOf(known.account(), resumedAt(cause)));
      tellOpened(known, displaced, cause);
      retold.add(known.account());
    }
  }

  private void admit(OpenRequest request, boolean takeover, Cause cause) {
    List<Session> open = sessions.openOf(request.account());
    int excess = open.size() + 1 - maxPerAccount;
    if (excess > 0 && !takeover) {
      answers.refuse(request, OpenOutcome.ALREADY_LOGGED_IN);
      return;
    }
    List<Session> displaced =
        open.stream().limit(Math.max(0, excess)).map(s -> s.ended(takenOverAt(cause))).toList();
    replace(request, displaced, cause);
    answers.done(request, displaced.isEmpty() ? OpenOutcome.OPENED : OpenOutcome.TAKEN_OVER);
  }

  private void replace(OpenRequest request, List<Session> displaced, Cause cause) {
    if (sessions.openOf(request.account()).isEmpty()) {
      announcements.came(request.account());
    }
    displaced.forEach(sessions::end);
    Session opened = request.sessionAt(cause);
    sessions.add(opened);
    tellOpened(opened, displaced, cause);
  }

  private void tellOpened(Session opened, List<Session> displaced, Cause cause) {
    effects.audit(cause, SessionAudit.opened(opened, cause));
    int item = SessionAudit.FIRST;
    for (Session old : displaced) {
      item++;
      effects.audit(cause, SessionAudit.ended(old, cause, item));
      effects.deliver(old.gateway(), new SessionTakenOver(old.account(), old.id()));
    }
  }

  private void close(CloseSession request, Cause cause) {
    Session known = sessions.byId(request.session());
    SessionEnd end = new SessionEnd(cause.at(), request.reason());
    if (known != null && isOwn(request, known)) {
      if (known.isOpen()) {
        end(known.ended(end), cause);
      } else if (isRepeated(cause) && known.endedBy(end)) {
        effects.audit(cause, SessionAudit.ended(known, cause, SessionAudit.FIRST));
        retold.add(known.account());
      }
    }
    if (request.replyTo() != null) {
      effects.reply(request.replyTo(), new Done(request.replyTo().request()));
    }
  }

  private void end(Session ended, Cause cause) {
    sessions.end(ended);
    effects.audit(cause, SessionAudit.ended(ended, cause, SessionAudit.FIRST));
    if (sessions.openOf(ended.account()).isEmpty()) {
      announcements.went(ended.account());
    }
  }

  /// Ends all sessions of an account but the one that is kept.
  private void end(AccountEnding ending) {
    EndSessions request = ending.request();
    String kept = request.keptSession();
    if (isRepeated(ending.cause())) {
      retell(ending);
    } else if (accountEnds.add(new AccountEnd(request.account(), request.before(), kept))) {
      List<Session> ended =
          sessions.openOf(request.account()).stream()
              .filter(session -> !session.id().equals(kept))
              .map(session -> session.ended(ending.sessionEnd()))
              .toList();
      ended.forEach(sessions::end);
      tellEnded(ended, ending);
      if (!ended.isEmpty() && sessions.openOf(request.account()).isEmpty()) {
        announcements.went(request.account());
      }
    }
  }

  private void retell(AccountEnding ending) {
    String account = ending.request().account();
    tellEnded(sessions.endedOf(account, ending.sessionEnd()), ending);
    retold.add(account);
  }

  private void tellEnded(List<Session> ended, AccountEnding ending) {
    int item = SessionAudit.FIRST;
    for (Session session : ended) {
      effects.audit(ending.cause(), SessionAudit.ended(session, ending.cause(), item));
      effects.deliver(
          session.gateway(),
          new SessionTakenOver(session.account(), session.id(), ending.request().reason()));
      item++;
    }
  }

  private void end(GatewayEnding ending) {
    if (goneGateways.add(ending.gateway())) {
      endings.add(ending);
    }
  }

  private static boolean isOwn(CloseSession request, Session known) {
    return known.gateway().equals(request.gateway()) && known.account().equals(request.account());
  }

  private boolean isRepeated(Cause cause) {
    return progress.getOrDefault(cause.partition(), Progress.NONE).covers(cause);
  }

  private static SessionEnd takenOverAt(Cause cause) {
    return new SessionEnd(cause.at(), SessionEnd.TAKEN_OVER);
  }

  private static SessionEnd resumedAt(Cause cause) {
    return new SessionEnd(cause.at(), SessionEnd.RESUMED);
  }
}
