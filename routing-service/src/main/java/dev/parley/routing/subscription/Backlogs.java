package dev.parley.routing.subscription;

import dev.parley.contracts.conversation.Entry;
import java.util.List;

/// Reads committed entries.
public interface Backlogs {
  /// Entries of a conversation above one seq and up to another.
  ///
  /// @param conversation conversation id
  /// @param after seq below the first wanted entry
  /// @param upTo seq of the last wanted entry
  record Wanted(String conversation, long after, long upTo) {}

  /// Reads the first entries of each of several ranges.
  ///
  /// @param wanted the ranges
  /// @param maxEntries most entries of each
  /// @param maxText most bytes of text of each, which holds at least one entry
  /// @return a list for each range, in the same order, rising in seq without a hole
  /// @throws dev.parley.contracts.consumer.TemporaryFaultException if the database is out of reach
  List<List<Entry>> read(List<Wanted> wanted, int maxEntries, long maxText);
}
