package dev.parley.routing.ownership;

import java.util.Collection;
import java.util.Map;

/// Reads the fence rows.
public interface Fences {
  /// Reads the rows of partitions, and makes those that are missing, with the value 0.
  ///
  /// @param partitions numbers of partitions
  /// @return the value for each
  /// @throws dev.parley.contracts.consumer.TemporaryFaultException if the database is out of reach
  Map<Integer, Long> read(Collection<Integer> partitions);
}
