package dev.parley.routing.search.postgres;

import dev.parley.contracts.consumer.TemporaryFaultException;
import dev.parley.routing.history.HistoryStore.Position;
import dev.parley.routing.search.Place;
import dev.parley.routing.search.SearchStore;
import dev.parley.routing.search.SearchTooSlowException;
import dev.parley.routing.search.Term;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Searches on the connection of the transaction that it is called in.
@Singleton
public final class JdbcSearchStore implements SearchStore {
  /// PostgreSQL, appendix A: the statement was canceled, here because its time was over.
  private static final String QUERY_CANCELED = "57014";

  private static final int LIMIT_MILLIS = 2_000;

  private final DataSource dataSource;

  /// Prepares the store.
  ///
  /// @param dataSource connections to the service's schema
  public JdbcSearchStore(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public List<Hit> find(String account, List<Term> terms, @Nullable Place before, int limit) {
    SearchSql search = new SearchSql(account, terms, before, limit);
    try (Connection connection = dataSource.getConnection()) {
      return within(connection, search);
    } catch (SQLException e) {
      throw new TemporaryFaultException("search failed", e);
    }
  }

  /// The savepoint keeps a canceled statement from spoiling the whole transaction.
  private static List<Hit> within(Connection connection, SearchSql search) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET LOCAL statement_timeout = " + LIMIT_MILLIS);
      statement.execute("SAVEPOINT search");
      try {
        return hits(connection, search);
      } catch (SQLException e) {
        statement.execute("ROLLBACK TO SAVEPOINT search");
        if (QUERY_CANCELED.equals(e.getSQLState())) {
          throw new SearchTooSlowException(e);
        }
        throw e;
      }
    }
  }

  private static List<Hit> hits(Connection connection, SearchSql search) throws SQLException {
    List<Hit> hits = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(search.sql())) {
      int index = 0;
      for (Object parameter : search.parameters()) {
        index++;
        statement.setObject(index, parameter);
      }
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          Position position = new Position(row.getLong(3), row.getLong(4));
          hits.add(new Hit(row.getString(1), new Place(row.getLong(2), position)));
        }
      }
    }
    return hits;
  }
}
