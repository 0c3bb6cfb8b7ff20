package dev.parley.routing.batch.postgres;

import dev.parley.routing.ownership.Fences;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/// Reads fence rows, and makes those that are missing.
@Singleton
public final class JdbcFences implements Fences {
  private static final String MAKE =
      """
      INSERT INTO partition_progress (partition, next_offset)
      SELECT partition, 0 FROM unnest(?) AS wanted (partition)
      ON CONFLICT DO NOTHING\
      """;

  private static final String READ =
      "SELECT partition, next_offset FROM partition_progress WHERE partition = ANY (?)";

  private final DataSource dataSource;

  /// Prepares the reads.
  ///
  /// @param dataSource connections to the service's schema
  public JdbcFences(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public Map<Integer, Long> read(Collection<Integer> partitions) {
    try (Connection connection = dataSource.getConnection()) {
      try (PreparedStatement make = connection.prepareStatement(MAKE)) {
        new Parameters(make).ints(partitions, Integer::intValue);
        make.executeUpdate();
      }
      return rows(connection, partitions);
    } catch (SQLException e) {
      throw SqlFaults.of("fence not read", e);
    }
  }

  private static Map<Integer, Long> rows(Connection connection, Collection<Integer> partitions)
      throws SQLException {
    Map<Integer, Long> next = new HashMap<>();
    try (PreparedStatement read = connection.prepareStatement(READ)) {
      new Parameters(read).ints(partitions, Integer::intValue);
      try (ResultSet rows = read.executeQuery()) {
        while (rows.next()) {
          next.put(rows.getInt(1), rows.getLong(2));
        }
      }
    }
    return next;
  }
}
