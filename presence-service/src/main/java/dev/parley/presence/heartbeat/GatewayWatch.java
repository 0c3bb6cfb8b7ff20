package dev.parley.presence.heartbeat;

import dev.parley.contracts.presence.GatewayExpired;
import dev.parley.presence.effect.Cause;
import dev.parley.presence.effect.Effects;
import dev.parley.presence.heartbeat.Sign.Beat;
import dev.parley.presence.heartbeat.Sign.Tick;
import dev.parley.presence.session.Change.GatewayEnding;
import dev.parley.presence.session.SessionEnd;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Watches the gateways on all partitions that this instance owns. For the poll thread only.
///
/// What it has learned may be learned again after a failed batch; no gateway is given up before its
/// end is stored.
@Singleton
public final class GatewayWatch {

  /// More ended gateways than could still beat; the oldest are looked up again if they do.
  private static final int MAX_ENDED = 1_000;

  private final GatewayStore store;
  private final HeartbeatConfig config;

  private final Map<Integer, PartitionWatch> partitions = new HashMap<>();
  private final Set<String> known = new HashSet<>();
  private final Map<String, Long> toNote = new HashMap<>();
  private final Map<String, Long> remindedAt = new LinkedHashMap<>();
  private long noteDueAt;

  /// Watches nothing yet.
  ///
  /// @throws IllegalArgumentException if the configured times are in no sensible order
  GatewayWatch(GatewayStore store, HeartbeatConfig config) {
    if (config.pulse().compareTo(config.maxGap()) >= 0
        || config.maxGap().compareTo(config.silence()) >= 0) {
      throw new IllegalArgumentException(
          "parley.presence.heartbeat must have pulse < max-gap < silence, got %s, %s, %s"
              .formatted(config.pulse(), config.maxGap(), config.silence()));
    }
    this.store = store;
    this.config = config;
  }

  /// Takes the signs of a poll.
  ///
  /// @param signs in the order of each partition
  /// @param effects gets a reminder for each ended gateway that still beats, now and then
  /// @return gateways that are silent and must end, at most one for each pulse
  /// @throws dev.parley.contracts.consumer.TemporaryFaultException if the store is out of reach
  public List<GatewayEnding> onSigns(List<Sign> signs, Effects effects) {
    note(signs);
    Map<String, GatewayEnding> silent = new LinkedHashMap<>();
    for (Sign sign : signs) {
      switch (sign) {
        case Beat(String gateway, Cause cause) -> onBeat(gateway, cause, effects);
        case Tick(Cause cause) ->
            // One at a time: the audit events of an end are numbered within their cause.
            partition(cause).onTick(cause.at()).stream()
                .filter(gateway -> !silent.containsKey(gateway))
                .findFirst()
                .map(gateway -> new GatewayEnding(gateway, SessionEnd.GATEWAY_LOST, cause))
                .ifPresent(ending -> silent.put(ending.gateway(), ending));
      }
    }
    return new ArrayList<>(silent.values());
  }

  /// Gives up a gateway whose end is stored.
  ///
  /// @param ending how it ended
  public void onEnded(GatewayEnding ending) {
    giveUp(ending.gateway(), ending.cause().at());
  }

  /// Forgets what a partition has shown; when it is assigned again its gateways begin anew.
  ///
  /// @param partition partition number
  public void onRevoked(int partition) {
    partitions.remove(partition);
  }

  private void note(List<Sign> signs) {
    boolean isNew = false;
    long latest = 0;
    for (Sign sign : signs) {
      latest = Math.max(latest, sign.cause().at());
      if (sign instanceof Beat(String gateway, Cause cause) && !remindedAt.containsKey(gateway)) {
        toNote.merge(gateway, cause.at(), Math::max);
        isNew |= !known.contains(gateway);
      }
    }
    if (isNew || (latest >= noteDueAt && !toNote.isEmpty())) {
      Set<String> ended = store.seen(toNote);
      known.addAll(toNote.keySet());
      ended.forEach(gateway -> giveUp(gateway, 0));
      toNote.clear();
      noteDueAt = latest + config.reminder().toMillis();
    }
  }

  private void onBeat(String gateway, Cause cause, Effects effects) {
    Long reminded = remindedAt.get(gateway);
    if (reminded == null) {
      partition(cause).onBeat(gateway, cause.at());
    } else if (cause.at() - reminded >= config.reminder().toMillis()) {
      remindedAt.put(gateway, cause.at());
      effects.announce(new GatewayExpired(gateway));
    }
  }

  private void giveUp(String gateway, long at) {
    partitions.values().forEach(watch -> watch.forget(gateway));
    known.remove(gateway);
    toNote.remove(gateway);
    remindedAt.put(gateway, at);
    if (remindedAt.size() > MAX_ENDED) {
      remindedAt.remove(remindedAt.keySet().iterator().next());
    }
  }

  private PartitionWatch partition(Cause cause) {
    return partitions.computeIfAbsent(
        cause.partition(), _ -> new PartitionWatch(config, store.living()));
  }
}
