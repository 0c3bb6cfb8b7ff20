package dev.parley.routing.batch;

import java.util.Set;

/// What came of a commit.
public sealed interface CommitResult {
  /// Everything is stored.
  record Committed() implements CommitResult {}

  /// An entry is stored already: the batch must be tried again with all its entries looked up.
  record EntryMet() implements CommitResult {}

  /// Another owner has been in some partitions: what is known of them is void.
  ///
  /// @param partitions their numbers
  record FenceLost(Set<Integer> partitions) implements CommitResult {}
}
