package dev.parley.presence.session;

import dev.parley.contracts.presence.AwayChanged;
import dev.parley.contracts.presence.SetAway;
import dev.parley.presence.effect.Effects;
import dev.parley.presence.session.Change.GatewayEnding;
import dev.parley.presence.session.SessionBatch.Outcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Applies the changes of a poll to the store. Blocks for one transaction; safe for use by many
/// threads.
@Singleton
public final class Sessions {

  private final SessionStore store;
  private final SessionConfig config;
  private final MeterRegistry meters;
  private final Counter expired;

  Sessions(SessionStore store, SessionConfig config, MeterRegistry meters) {
    this.store = store;
    this.config = config;
    this.meters = meters;
    for (OpenOutcome outcome : OpenOutcome.values()) {
      opens(outcome);
    }
    this.expired = meters.counter("parley.presence.gateways.expired");
  }

  /// Applies changes, all or none. Handling the same ones again gives the same effects.
  ///
  /// @param changes at least one, in the order of each partition
  /// @return what is to be written to Kafka now
  /// @throws dev.parley.contracts.consumer.TemporaryFaultException if the store is out of reach
  public Effects apply(List<Change> changes) {
    Outcome outcome = store.inTransaction(tx -> new SessionBatch(tx, config, changes).run());
    outcome.opens().forEach((key, count) -> opens(key).increment(count));
    outcome.ended().forEach(this::note);
    return outcome.effects();
  }

  /// Keeps who is away, of sessions that are open. Repeated, it is told again.
  ///
  /// @param aways at least one; of several for one session the last one counts
  /// @return what is to be written to Kafka now
  /// @throws dev.parley.contracts.consumer.TemporaryFaultException if the store is out of reach
  public Effects setAway(List<SetAway> aways) {
    Map<String, SetAway> bySession = new LinkedHashMap<>();
    aways.forEach(each -> bySession.put(each.session(), each));
    return store.inTransaction(tx -> {
      Map<String, Boolean> changed = tx.setAway(bySession.values());
      Effects effects = new Effects();
      if (tx.countOnline(config.announceLimit() + 1) <= config.announceLimit()) {
        changed.forEach((account, away) -> effects.announce(new AwayChanged(account, away)));
      }
      return effects;
    });
  }

  private Counter opens(OpenOutcome outcome) {
    return meters.counter("parley.presence.opens", "outcome", outcome.label());
  }

  private void note(GatewayEnding ending) {
    if (ending.reason().equals(SessionEnd.GATEWAY_LOST)) {
      expired.increment();
      Log.warnf("gateway expired gateway=%s", ending.gateway());
    } else {
      Log.infof("gateway stopped gateway=%s", ending.gateway());
    }
  }
}
