package dev.parley.presence.postgres;

import dev.parley.contracts.presence.SetAway;
import dev.parley.presence.session.AccountEnd;
import dev.parley.presence.session.Change.GatewayEnding;
import dev.parley.presence.session.Progress;
import dev.parley.presence.session.Session;
import dev.parley.presence.session.SessionEnd;
import dev.parley.presence.session.SessionTransaction;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One batch in sets: each method is one statement, whose rows travel as arrays.
final class JdbcSessionTransaction implements SessionTransaction {

  private static final String LOCK_PROGRESS =
      """
      SELECT partition, next_offset, (extract(epoch FROM last_at) * 1000)::bigint AS last
      FROM partition_progress WHERE partition = ANY (?::int[])
      ORDER BY partition FOR UPDATE
      """;

  private static final String SAVE_PROGRESS =
      """
      INSERT INTO partition_progress (partition, next_offset, last_at)
      SELECT partition, next_offset, to_timestamp(last_at / 1000.0)
      FROM unnest(?::int[], ?::bigint[], ?::bigint[]) AS p (partition, next_offset, last_at)
      ORDER BY partition
      ON CONFLICT (partition) DO UPDATE
      SET next_offset = excluded.next_offset, last_at = excluded.last_at
      """;

  private static final String LOCK_GATEWAYS =
      "SELECT id, expired_at IS NOT NULL AS ended FROM gateway WHERE id = ANY (?::text[])"
          + " ORDER BY id FOR ";

  private static final String ADD_GATEWAYS =
      """
      INSERT INTO gateway (id, last_seen)
      SELECT id, to_timestamp(? / 1000.0) FROM unnest(?::text[]) AS g (id)
      ORDER BY id
      ON CONFLICT (id) DO NOTHING
      """;

  private static final String LOCK_SESSIONS =
      "SELECT "
          + SessionRows.COLUMNS
          + """
          FROM session s
          WHERE s.id = ANY (?::text[])
             OR (s.account = ANY (?::text[]) AND s.closed_at IS NULL)
          ORDER BY s.id FOR UPDATE
          """;

  private static final String LATEST_OF =
      "SELECT DISTINCT ON (s.token) "
          + SessionRows.COLUMNS
          + """
          FROM session s
          WHERE s.token = ANY (?::text[])
          ORDER BY s.token, s.closed_at IS NOT NULL, s.opened_at DESC, s.id DESC
          """;

  private static final String REPLACED =
      "SELECT "
          + SessionRows.COLUMNS
          + """
          FROM session s
          WHERE s.closed_at IN (SELECT to_timestamp(t / 1000.0) FROM unnest(?::bigint[]) AS t)
            AND s.account = ANY (?::text[]) AND s.reason = ANY (?::text[])
          """;

  private static final String ACCOUNT_ENDS =
      """
      SELECT account, (extract(epoch FROM before) * 1000)::bigint AS before, kept_session
      FROM account_end WHERE account = ANY (?::text[])
      """;

  private static final String SAVE_ACCOUNT_ENDS =
      """
      INSERT INTO account_end (account, before, kept_session)
      SELECT account, to_timestamp(before / 1000.0), kept_session
      FROM unnest(?::text[], ?::bigint[], ?::text[]) AS e (account, before, kept_session)
      ORDER BY account
      ON CONFLICT (account) DO UPDATE
      SET before = excluded.before, kept_session = excluded.kept_session
      """;

  private static final String COUNT_ONLINE =
      """
      SELECT count(*) AS accounts FROM (
        SELECT DISTINCT account FROM session WHERE closed_at IS NULL LIMIT ?) AS online
      """;

  private static final String ONLINE =
      """
      SELECT DISTINCT account FROM session
      WHERE account = ANY (?::text[]) AND closed_at IS NULL
      """;

  private static final String INSERT =
      """
      INSERT INTO session (id, account, gateway, door, address, token, opened_at, closed_at, reason)
      SELECT id, account, gateway, door, address, token,
             to_timestamp(opened / 1000.0), to_timestamp(closed / 1000.0), reason
      FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
                  ?::text[], ?::bigint[], ?::bigint[], ?::text[])
        AS n (id, account, gateway, door, address, token, opened, closed, reason)
      ON CONFLICT (id) DO NOTHING
      """;

  private static final String END =
      """
      UPDATE session s SET closed_at = to_timestamp(e.closed / 1000.0), reason = e.reason
      FROM unnest(?::text[], ?::bigint[], ?::text[]) AS e (id, closed, reason)
      WHERE s.id = e.id AND s.closed_at IS NULL
      """;

  private static final String END_GATEWAY =
      """
      UPDATE gateway SET expired_at = to_timestamp(? / 1000.0), reason = ?,
        cause_partition = ?, cause_offset = ?
      WHERE id = ? AND expired_at IS NULL
      """;

  private static final String END_SESSIONS_OF =
      """
      UPDATE session s SET closed_at = to_timestamp(? / 1000.0), reason = ?
      WHERE s.id IN (
        SELECT id FROM session WHERE gateway = ? AND closed_at IS NULL ORDER BY id FOR UPDATE)
      RETURNING
      """
          + SessionRows.COLUMNS;

  private static final String SET_AWAY =
      """
      UPDATE session s SET away = e.away
      FROM unnest(?::text[], ?::text[], ?::text[], ?::boolean[]) AS e (id, account, gateway, away)
      WHERE s.id = e.id AND s.account = e.account AND s.gateway = e.gateway
        AND s.closed_at IS NULL
      RETURNING s.account
      """;

  private static final String AWAY =
      """
      SELECT account, bool_and(away) AS away FROM session
      WHERE account = ANY (?::text[]) AND closed_at IS NULL GROUP BY account ORDER BY account
      """;

  private record AccountAway(String account, boolean away) {}

  private record PartitionProgress(int partition, Progress progress) {}

  private record GatewayRow(String id, boolean ended) {}

  private final Statements statements;

  JdbcSessionTransaction(Statements statements) {
    this.statements = statements;
  }

  @Override
  public Map<Integer, Progress> lockProgress(Collection<Integer> partitions) {
    return statements
        .query(
            LOCK_PROGRESS,
            row ->
                new PartitionProgress(
                    row.getInt("partition"),
                    new Progress(row.getLong("next_offset"), row.getLong("last"))),
            (Object) partitions.toArray(Integer[]::new))
        .stream()
        .collect(Collectors.toMap(PartitionProgress::partition, PartitionProgress::progress));
  }

  @Override
  public void saveProgress(Map<Integer, Progress> progress) {
    var rows = List.copyOf(progress.entrySet());
    statements.update(
        SAVE_PROGRESS,
        rows.stream().map(Map.Entry::getKey).toArray(Integer[]::new),
        Columns.longs(rows, row -> row.getValue().nextOffset()),
        Columns.longs(rows, row -> row.getValue().lastAt()));
  }

  @Override
  public Set<String> lockGateways(Collection<String> gateways, long at, boolean ending) {
    List<GatewayRow> rows = lockKnownGateways(gateways, ending);
    if (rows.size() < gateways.size()) {
      Set<String> missing = new HashSet<>(gateways);
      rows.forEach(row -> missing.remove(row.id()));
      statements.update(ADD_GATEWAYS, at, Columns.text(missing));
      rows = lockKnownGateways(gateways, ending);
    }
    return rows.stream().filter(GatewayRow::ended).map(GatewayRow::id).collect(Collectors.toSet());
  }

  private List<GatewayRow> lockKnownGateways(Collection<String> gateways, boolean ending) {
    return statements.query(
        LOCK_GATEWAYS + (ending ? "UPDATE" : "SHARE"),
        row -> new GatewayRow(row.getString("id"), row.getBoolean("ended")),
        (Object) Columns.text(gateways));
  }

  @Override
  public List<Session> lockSessions(Collection<String> ids, Collection<String> accounts) {
    return statements.query(
        LOCK_SESSIONS, SessionRows::read, Columns.text(ids), Columns.text(accounts));
  }

  @Override
  public List<Session> latestOf(Collection<String> tokens) {
    return statements.query(LATEST_OF, SessionRows::read, (Object) Columns.text(tokens));
  }

  @Override
  public List<Session> replaced(Collection<String> accounts, Collection<Long> times) {
    return statements.query(
        REPLACED,
        SessionRows::read,
        times.toArray(Long[]::new),
        Columns.text(accounts),
        Stream.concat(
                Stream.of(SessionEnd.TAKEN_OVER, SessionEnd.RESUMED),
                SessionEnd.ACCOUNT_CHANGES.stream())
            .toArray(String[]::new));
  }

  @Override
  public List<AccountEnd> accountEnds(Collection<String> accounts) {
    return accounts.isEmpty()
        ? List.of()
        : statements.query(
            ACCOUNT_ENDS,
            row ->
                new AccountEnd(
                    row.getString("account"), row.getLong("before"), row.getString("kept_session")),
            (Object) Columns.text(accounts));
  }

  @Override
  public void saveAccountEnds(Collection<AccountEnd> added) {
    List<AccountEnd> ends = List.copyOf(added);
    statements.update(
        SAVE_ACCOUNT_ENDS,
        Columns.text(ends, AccountEnd::account),
        Columns.longs(ends, AccountEnd::before),
        Columns.text(ends, AccountEnd::keptSession));
  }

  @Override
  public int countOnline(int limit) {
    return statements.query(COUNT_ONLINE, row -> row.getInt("accounts"), limit).getFirst();
  }

  @Override
  public Set<String> online(Collection<String> accounts) {
    return Set.copyOf(
        statements.query(ONLINE, row -> row.getString("account"), (Object) Columns.text(accounts)));
  }

  @Override
  public void insert(Collection<Session> sessions) {
    List<Session> rows = List.copyOf(sessions);
    statements.update(
        INSERT,
        Columns.text(rows, Session::id),
        Columns.text(rows, Session::account),
        Columns.text(rows, Session::gateway),
        Columns.text(rows, Session::door),
        Columns.text(rows, Session::address),
        Columns.text(rows, Session::token),
        Columns.longs(rows, Session::openedAt),
        Columns.nullableLongs(rows, row -> row.end() == null ? null : row.end().at()),
        Columns.text(rows, row -> row.end() == null ? null : row.end().reason()));
  }

  @Override
  public void end(Collection<Session> sessions) {
    List<SessionEnd> ends = sessions.stream().map(Session::end).toList();
    statements.update(
        END,
        Columns.text(List.copyOf(sessions), Session::id),
        Columns.longs(ends, SessionEnd::at),
        Columns.text(ends, SessionEnd::reason));
  }

  @Override
  public Map<String, Boolean> setAway(Collection<SetAway> aways) {
    List<SetAway> rows = List.copyOf(aways);
    List<String> accounts =
        statements.query(
            SET_AWAY,
            row -> row.getString("account"),
            Columns.text(rows, SetAway::session),
            Columns.text(rows, SetAway::account),
            Columns.text(rows, SetAway::gateway),
            rows.stream().map(SetAway::away).toArray(Boolean[]::new));
    return statements
        .query(
            AWAY,
            row -> new AccountAway(row.getString("account"), row.getBoolean("away")),
            (Object) Columns.text(accounts))
        .stream()
        .collect(Collectors.toMap(AccountAway::account, AccountAway::away));
  }

  @Override
  public List<Session> end(GatewayEnding ending) {
    long at = ending.cause().at();
    statements.update(
        END_GATEWAY,
        at,
        ending.reason(),
        ending.cause().partition(),
        ending.cause().offset(),
        ending.gateway());
    return statements.query(
        END_SESSIONS_OF, SessionRows::read, at, ending.reason(), ending.gateway());
  }
}
