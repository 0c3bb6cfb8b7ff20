package dev.parley.presence.session;

import dev.parley.contracts.presence.CloseSession;
import dev.parley.contracts.presence.EndSessions;
import dev.parley.contracts.presence.GatewayExpired;
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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// One batch in one transaction: read what it concerns, decide, write what came of it.
final class SessionBatch {

  /// What came of a batch.
  ///
  /// @param effects what is to be written to Kafka
  /// @param opens requests for a session by their outcome
  /// @param ended gateways that ended
  record Outcome(Effects effects, Map<OpenOutcome, Integer> opens, List<GatewayEnding> ended) {}

  private final SessionTransaction transaction;
  private final SessionConfig config;
  private final List<Change> changes;

  private final Set<String> gateways = new HashSet<>();
  private final Set<String> ids = new HashSet<>();
  private final Set<String> accounts = new HashSet<>();
  private final Set<String> tokens = new HashSet<>();
  private boolean isEnding;

  SessionBatch(SessionTransaction transaction, SessionConfig config, List<Change> changes) {
    this.transaction = transaction;
    this.config = config;
    this.changes = changes;
    changes.forEach(this::note);
  }

  private void note(Change change) {
    switch (change) {
      case Opening(OpenSession request, _) -> {
        gateways.add(request.gateway());
        ids.add(request.session());
        accounts.add(request.account());
      }
      case Resuming(ResumeSession request, _) -> {
        gateways.add(request.gateway());
        ids.add(request.session());
        accounts.add(request.account());
        tokens.add(request.token());
      }
      case Closing(CloseSession request, _) -> {
        ids.add(request.session());
        accounts.add(request.account());
      }
      case AccountEnding(EndSessions request, _) -> accounts.add(request.account());
      case GatewayEnding ending -> {
        gateways.add(ending.gateway());
        isEnding = true;
      }
    }
  }

  Outcome run() {
    Map<Integer, Progress> progress = transaction.lockProgress(partitions());
    Set<String> gone =
        transaction.lockGateways(gateways, changes.getFirst().cause().at(), isEnding);
    KnownSessions sessions = readSessions(progress);
    Effects effects = new Effects();
    Announcements announcements = new Announcements();
    Desk desk =
        new Desk(
            config.maxPerAccount(),
            sessions,
            new HashSet<>(gone),
            new AccountEnds(transaction.accountEnds(accounts)),
            progress,
            effects,
            announcements);
    desk.decide(changes);
    int onlineBefore = transaction.countOnline(config.announceLimit() + 1);
    write(sessions, progress);
    if (!desk.accountEnds().isEmpty()) {
      transaction.saveAccountEnds(desk.accountEnds());
    }
    desk.endings().forEach(ending -> end(ending, effects, announcements));
    announcements.tell(effects, onlineBefore, config.announceLimit());
    return new Outcome(effects, desk.outcomes(), desk.endings());
  }

  private Set<Integer> partitions() {
    return changes.stream().map(change -> change.cause().partition()).collect(Collectors.toSet());
  }

  private KnownSessions readSessions(Map<Integer, Progress> progress) {
    List<Session> stored = new ArrayList<>(transaction.lockSessions(ids, accounts));
    Set<Long> repeatedTimes =
        changes.stream()
            .map(Change::cause)
            .filter(cause -> isRepeated(cause, progress))
            .map(Cause::at)
            .collect(Collectors.toSet());
    if (!tokens.isEmpty()) {
      stored.addAll(transaction.latestOf(tokens));
    }
    if (!repeatedTimes.isEmpty()) {
      stored.addAll(transaction.replaced(accounts, repeatedTimes));
    }
    return new KnownSessions(stored);
  }

  private static boolean isRepeated(Cause cause, Map<Integer, Progress> progress) {
    return progress.getOrDefault(cause.partition(), Progress.NONE).covers(cause);
  }

  private void write(KnownSessions sessions, Map<Integer, Progress> progress) {
    if (!sessions.added().isEmpty()) {
      transaction.insert(sessions.added());
    }
    if (!sessions.ended().isEmpty()) {
      transaction.end(sessions.ended());
    }
    Map<Integer, Progress> reached = new HashMap<>(progress);
    for (Change change : changes) {
      Cause cause = change.cause();
      reached.merge(
          cause.partition(), Progress.NONE.after(cause), (before, _) -> before.after(cause));
    }
    transaction.saveProgress(reached);
  }

  private void end(GatewayEnding ending, Effects effects, Announcements announcements) {
    List<Session> lost = transaction.end(ending);
    Set<String> left = lost.stream().map(Session::account).collect(Collectors.toSet());
    if (!left.isEmpty()) {
      left.removeAll(transaction.online(left));
      left.stream().sorted().forEach(announcements::went);
    }
    effects.announce(new GatewayExpired(ending.gateway()));
  }
}
