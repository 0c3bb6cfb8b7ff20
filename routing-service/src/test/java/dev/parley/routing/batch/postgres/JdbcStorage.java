package dev.parley.routing.batch.postgres;

import dev.parley.contracts.conversation.Entry;
import dev.parley.routing.batch.Storage;
import dev.parley.routing.conversation.Cursors;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// The real database, as tests see it.
public final class JdbcStorage implements Storage {
  private final DataSource dataSource;
  private final JdbcLogStore log;
  private final JdbcFences fences;
  private final JdbcBacklogs backlogs;

  private interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /// Uses a database.
  ///
  /// @param dataSource connections to it
  public JdbcStorage(DataSource dataSource) {
    this.dataSource = dataSource;
    log = new JdbcLogStore(dataSource);
    fences = new JdbcFences(dataSource);
    backlogs = new JdbcBacklogs(dataSource);
  }

  @Override
  public Transaction begin() {
    return log.begin();
  }

  @Override
  public Map<Integer, Long> read(Collection<Integer> partitions) {
    return fences.read(partitions);
  }

  @Override
  public List<List<Entry>> read(List<Wanted> wanted, int maxEntries, long maxText) {
    return backlogs.read(wanted, maxEntries, maxText);
  }

  @Override
  public List<Entry> entries(String conversation) {
    return query(
        """
        SELECT e.* FROM entry e JOIN conversation c ON c.id = e.conversation_id
        WHERE c.name = ? ORDER BY e.seq\
        """,
        EntryRows::read,
        conversation);
  }

  @Override
  public @Nullable Cursors cursors(String conversation, String account) {
    return query(
            """
            SELECT m.given, m.read FROM member m JOIN conversation c ON c.id = m.conversation_id
            WHERE c.name = ? AND m.account = ?\
            """,
            row -> new Cursors(row.getLong(1), row.getLong(2)),
            conversation,
            account)
        .stream()
        .findFirst()
        .orElse(null);
  }

  @Override
  public long fence(int partition) {
    return query(
            "SELECT next_offset FROM partition_progress WHERE partition = ?",
            row -> row.getLong(1),
            partition)
        .stream()
        .findFirst()
        .orElse(0L);
  }

  @Override
  public boolean isBlocked(String blocker, String blocked) {
    return !query(
            "SELECT 1 FROM block WHERE blocker = ? AND blocked = ?",
            row -> row.getInt(1),
            blocker,
            blocked)
        .isEmpty();
  }

  private <T> List<T> query(String sql, RowReader<T> reader, Object... parameters) {
    List<T> found = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(reader.read(rows));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return found;
  }
}
