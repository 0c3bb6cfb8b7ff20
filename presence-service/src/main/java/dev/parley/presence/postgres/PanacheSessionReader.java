package dev.parley.presence.postgres;

import dev.parley.contracts.delivery.OnlineAccount;
import dev.parley.contracts.delivery.RecentAccount;
import dev.parley.presence.query.RecentSessions;
import dev.parley.presence.query.SessionReader;
import dev.parley.presence.query.Sighting;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the table `session`.
@Singleton
class PanacheSessionReader implements SessionReader, PanacheRepositoryBase<SessionEntity, String> {

  private static final String OPEN =
      "select account, door, openedAt, away from SessionEntity where closedAt is null"
          + " order by account, openedAt, id";

  private static final String RECENT =
      """
      select account, max(openedAt), max(closedAt), sum(case when closedAt is null then 1 else 0 end)
      from SessionEntity where closedAt is null or closedAt >= ?1
      group by account order by account
      """;

  private static final String SIGHTINGS =
      """
      select account, sum(case when closedAt is null then 1 else 0 end),
        sum(case when closedAt is null and away then 1 else 0 end), max(closedAt)
      from SessionEntity where account in ?1 group by account
      """;

  /// A row of [#OPEN].
  ///
  /// @param account handle
  /// @param door the door's name
  /// @param openedAt when it was opened
  /// @param away whether its person is away
  record OpenRow(String account, String door, Instant openedAt, boolean away) {

    OnlineAccount asAccount() {
      return new OnlineAccount(account, door, openedAt.toEpochMilli(), away);
    }
  }

  /// A row of [#RECENT].
  ///
  /// @param account handle
  /// @param opened when the latest was opened
  /// @param closed when the last that ended did
  /// @param online number of open sessions
  record RecentRow(String account, Instant opened, @Nullable Instant closed, long online) {

    RecentSessions asSessions() {
      return new RecentSessions(
          new RecentAccount(account, opened.toEpochMilli(), online > 0),
          closed == null ? 0 : closed.toEpochMilli());
    }
  }

  /// A row of [#SIGHTINGS].
  ///
  /// @param account handle
  /// @param open number of open sessions
  /// @param away number of those whose person is away
  /// @param closed when the last that ended did
  record SightingRow(String account, long open, long away, @Nullable Instant closed) {

    Sighting asSighting() {
      return new Sighting(account, open, away, closed == null ? 0 : closed.toEpochMilli());
    }
  }

  @Override
  public List<OnlineAccount> open(int limit) {
    return PanacheTransactions.call(() ->
        find(OPEN).project(OpenRow.class).page(0, limit).stream().map(OpenRow::asAccount).toList());
  }

  @Override
  public List<RecentSessions> recent(long since, int limit) {
    return PanacheTransactions.call(() ->
        find(RECENT, Instant.ofEpochMilli(since)).project(RecentRow.class).page(0, limit).stream()
            .map(RecentRow::asSessions)
            .toList());
  }

  @Override
  public List<Sighting> sightings(Collection<String> accounts) {
    return PanacheTransactions.call(() ->
        find(SIGHTINGS, accounts).project(SightingRow.class).stream()
            .map(SightingRow::asSighting)
            .toList());
  }
}
