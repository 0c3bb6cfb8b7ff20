package dev.parley.presence.postgres;

import dev.parley.presence.effect.Cause;
import dev.parley.presence.heartbeat.GatewayStore;
import dev.parley.presence.session.Change.GatewayEnding;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Gateways in the table `gateway`.
@Singleton
class PanacheGatewayStore implements GatewayStore, PanacheRepositoryBase<GatewayEntity, String> {

  @Override
  public Set<String> living() {
    return PanacheTransactions.call(() ->
        find("expiredAt is null").stream().map(gateway -> gateway.id).collect(Collectors.toSet()));
  }

  @Override
  public Set<String> seen(Map<String, Long> lastSeen) {
    return PanacheTransactions.call(() -> note(new TreeMap<>(lastSeen)));
  }

  private Set<String> note(SortedMap<String, Long> unknown) {
    Set<String> ended = new HashSet<>();
    // In order, so that two instances never wait for each other in a circle.
    List<GatewayEntity> known =
        find("id in ?1 order by id", unknown.keySet().stream().toList())
            .withLock(LockModeType.PESSIMISTIC_WRITE)
            .list();
    for (GatewayEntity gateway : known) {
      Instant at = Instant.ofEpochMilli(Objects.requireNonNull(unknown.remove(gateway.id)));
      if (gateway.expiredAt != null) {
        ended.add(gateway.id);
      } else if (at.isAfter(gateway.lastSeen)) {
        gateway.lastSeen = at;
      }
    }
    unknown.forEach((id, at) -> persist(newGateway(id, at)));
    return ended;
  }

  private static GatewayEntity newGateway(String id, long at) {
    GatewayEntity gateway = new GatewayEntity();
    gateway.id = id;
    gateway.lastSeen = Instant.ofEpochMilli(at);
    return gateway;
  }

  @Override
  public List<GatewayEnding> awaitingTopicDeletion(int limit) {
    return PanacheTransactions.call(() ->
        find("expiredAt is not null and topicDeletedAt is null order by expiredAt, id")
            .page(0, limit)
            .stream()
            .map(PanacheGatewayStore::ending)
            .toList());
  }

  /// The table's constraints say that an ended gateway has all of these.
  private static GatewayEnding ending(GatewayEntity gateway) {
    return new GatewayEnding(
        gateway.id,
        Objects.requireNonNull(gateway.reason),
        new Cause(
            Objects.requireNonNull(gateway.causePartition),
            Objects.requireNonNull(gateway.causeOffset),
            Objects.requireNonNull(gateway.expiredAt).toEpochMilli()));
  }

  @Override
  public void topicDeleted(String gateway, long at) {
    PanacheTransactions.call(
        () -> update("topicDeletedAt = ?1 where id = ?2", Instant.ofEpochMilli(at), gateway));
  }

  @Override
  public long purge(long endedBefore) {
    return PanacheTransactions.call(() ->
        delete("topicDeletedAt is not null and expiredAt < ?1", Instant.ofEpochMilli(endedBefore)));
  }
}
