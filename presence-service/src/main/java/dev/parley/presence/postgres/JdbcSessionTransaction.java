package dev.parley.presence.postgres;

import dev.parley.contracts.presence.SetAway;
import dev.parley.presence.session.AccountEnd;
import dev.parley.presence.session.Change.GatewayEnding;
import dev.parley.presence.session.Progress;
import dev.parley.presence.session.Session;
import dev.parley.presence.session.SessionEnd;
import dev.parley.presence.session.SessionTransaction;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One batch in sets: each method is one statement, whose rows travel as arrays.
final class JdbcSessionTransaction implements SessionTransaction {

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

  private final Statements statements;
  private final ProgressRows progress;
  private final GatewayRows gateways;
  private final AccountEndRows accountEnds;

  JdbcSessionTransaction(Statements statements) {
    this.statements = statements;
    this.progress = new ProgressRows(statements);
    this.gateways = new GatewayRows(statements);
    this.accountEnds = new AccountEndRows(statements);
  }

  @Override
  public Map<Integer, Progress> lockProgress(Collection<Integer> partitions) {
    return progress.lock(partitions);
  }

  @Override
  public void saveProgress(Map<Integer, Progress> reached) {
    progress.save(reached);
  }

  @Override
  public Set<String> lockGateways(Collection<String> ids, long at, boolean ending) {
    return gateways.lock(ids, at, ending);
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
    return accountEnds.read(accounts);
  }

  @Override
  public void saveAccountEnds(Collection<AccountEnd> added) {
    accountEnds.save(added);
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
    gateways.end(ending);
    return statements.query(
        END_SESSIONS_OF, SessionRows::read, at, ending.reason(), ending.gateway());
  }
}
