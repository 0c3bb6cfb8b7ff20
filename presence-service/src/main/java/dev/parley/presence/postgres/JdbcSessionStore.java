package dev.parley.presence.postgres;

import dev.parley.presence.session.Session;
import dev.parley.presence.session.SessionEnd;
import dev.parley.presence.session.SessionStore;
import dev.parley.presence.session.SessionTransaction;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Sessions in the table `session`.
@Singleton
final class JdbcSessionStore implements SessionStore {

  private static final String ENDED_WITH =
      "SELECT "
          + SessionRows.COLUMNS
          + """
          FROM session s
          WHERE s.gateway = ? AND s.closed_at = to_timestamp(? / 1000.0) AND s.reason = ?
          ORDER BY s.id
          """;

  private static final String OPEN_BY_DOOR =
      "SELECT door, count(*) AS sessions FROM session WHERE closed_at IS NULL GROUP BY door";

  private static final String PURGE =
      """
      DELETE FROM session WHERE id IN (
        SELECT id FROM session WHERE closed_at < to_timestamp(? / 1000.0)
        ORDER BY closed_at LIMIT ?)
      """;

  private record DoorCount(String door, int sessions) {}

  private final JdbcTransactions transactions;

  JdbcSessionStore(JdbcTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public <R> R inTransaction(Function<SessionTransaction, R> work) {
    return transactions.call(statements -> work.apply(new JdbcSessionTransaction(statements)));
  }

  @Override
  public List<Session> endedWith(String gateway, SessionEnd end) {
    return transactions.call(statements ->
        statements.query(ENDED_WITH, SessionRows::read, gateway, end.at(), end.reason()));
  }

  @Override
  public Map<String, Integer> openByDoor() {
    return transactions
        .call(statements ->
            statements.query(
                OPEN_BY_DOOR, row -> new DoorCount(row.getString("door"), row.getInt("sessions"))))
        .stream()
        .collect(Collectors.toMap(DoorCount::door, DoorCount::sessions));
  }

  @Override
  public int purge(long endedBefore, int limit) {
    return transactions.call(statements -> statements.update(PURGE, endedBefore, limit));
  }
}
