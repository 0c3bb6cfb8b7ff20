package dev.parley.routing.batch.postgres;

import dev.parley.routing.ownership.FenceMove;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Moves fences, each only if nobody else has moved it.
final class FenceWrites {
  private static final String MOVE =
      """
      UPDATE partition_progress p
      SET next_offset = move.next
      FROM unnest(?, ?, ?) AS move (partition, expected, next)
      WHERE p.partition = move.partition AND p.next_offset = move.expected
      RETURNING p.partition\
      """;

  private final Connection connection;

  FenceWrites(Connection connection) {
    this.connection = connection;
  }

  /// {@return the partitions whose fence was not where it was expected}
  Set<Integer> move(List<FenceMove> fences) throws SQLException {
    Set<Integer> lost = new HashSet<>();
    fences.forEach(fence -> lost.add(fence.partition()));
    try (PreparedStatement statement = connection.prepareStatement(MOVE)) {
      new Parameters(statement)
          .ints(fences, FenceMove::partition)
          .longs(fences, FenceMove::expected)
          .longs(fences, FenceMove::next);
      try (ResultSet moved = statement.executeQuery()) {
        while (moved.next()) {
          lost.remove(moved.getInt(1));
        }
      }
    }
    return lost;
  }
}
