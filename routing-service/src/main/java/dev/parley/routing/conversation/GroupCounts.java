package dev.parley.routing.conversation;

import java.util.HashMap;
import java.util.Map;

/// In how many groups accounts are, the lobby not counted, as far as a batch needs to know.
///
/// Groups of other partitions change meanwhile: the count is good enough for a limit that guards
/// resources, and for nothing else.
public final class GroupCounts {
  private final Map<String, Integer> counts = new HashMap<>();

  /// Makes counts of zero.
  public GroupCounts() {}

  /// Adds to a count.
  ///
  /// @param account handle
  /// @param groups number of groups to add
  public void add(String account, int groups) {
    counts.merge(account, groups, Integer::sum);
  }

  /// {@return number of groups of the account}
  ///
  /// @param account handle
  public int of(String account) {
    return counts.getOrDefault(account, 0);
  }
}
