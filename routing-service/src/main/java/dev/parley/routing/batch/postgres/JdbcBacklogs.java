package dev.parley.routing.batch.postgres;

import dev.parley.contracts.conversation.Entry;
import dev.parley.routing.subscription.Backlogs;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/// Reads backlogs with one statement for several conversations.
@Singleton
public final class JdbcBacklogs implements Backlogs {
  private final DataSource dataSource;

  /// Prepares the reads.
  ///
  /// @param dataSource connections to the service's schema
  public JdbcBacklogs(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public List<List<Entry>> read(List<Wanted> wanted, int maxEntries, long maxText) {
    try (Connection connection = dataSource.getConnection()) {
      return new EntryReads(connection).above(wanted, maxEntries, maxText);
    } catch (SQLException e) {
      throw SqlFaults.of("backlog not read", e);
    }
  }
}
