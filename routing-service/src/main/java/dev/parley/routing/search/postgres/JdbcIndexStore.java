package dev.parley.routing.search.postgres;

import dev.parley.contracts.consumer.TemporaryFaultException;
import dev.parley.routing.conversation.ConversationKind;
import dev.parley.routing.search.IndexStore;
import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/// Indexes in PostgreSQL, one transaction for each round.
@Singleton
public final class JdbcIndexStore implements IndexStore {
  private static final String CONVERSATIONS =
      """
      SELECT c.id, c.name,
        coalesce(p.seq, 0) < coalesce(
          (SELECT e.seq FROM entry e WHERE e.conversation_id = c.id ORDER BY e.seq DESC LIMIT 1),
          0)
      FROM (
        SELECT id, name FROM conversation WHERE id > ? AND kind <> ? ORDER BY id LIMIT ?) c
      LEFT JOIN search_progress p ON p.conversation_id = c.id
      ORDER BY c.id\
      """;

  private final DataSource dataSource;

  /// Prepares the store.
  ///
  /// @param dataSource connections to the service's schema
  public JdbcIndexStore(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public List<Candidate> conversations(long after, int limit) {
    List<Candidate> candidates = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(CONVERSATIONS)) {
      statement.setLong(1, after);
      statement.setInt(2, ConversationKind.INBOX.number());
      statement.setInt(3, limit);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          candidates.add(new Candidate(row.getLong(1), row.getString(2), row.getBoolean(3)));
        }
      }
    } catch (SQLException e) {
      throw new TemporaryFaultException("conversations not looked through", e);
    }
    return candidates;
  }

  @Override
  public Indexed index(List<String> conversations, int limit) {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        Indexed done = new IndexRound(connection).index(conversations, limit);
        connection.commit();
        return done;
      } catch (SQLException | RuntimeException e) {
        rollBack(connection);
        throw e;
      }
    } catch (SQLException e) {
      throw new TemporaryFaultException("messages not indexed", e);
    }
  }

  private static void rollBack(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      // The server rolls back by itself when the connection is gone.
      Log.debugf("rollback failed cause=%s", e.getMessage());
    }
  }
}
