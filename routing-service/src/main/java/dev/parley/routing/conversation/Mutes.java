package dev.parley.routing.conversation;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Who may read a group and not write there, as the records of a batch change it.
///
/// A mute holds for the account in the group, member or not: who leaves and joins again is muted
/// still. One that ended by itself is not taken away: it just counts no longer.
public final class Mutes {
  /// The end of a mute that does not end by itself, epoch milliseconds.
  public static final long NEVER = Long.MAX_VALUE;

  private final Map<String, Long> ends;
  private final Map<String, @Nullable Long> changes = new LinkedHashMap<>(0);

  /// Begins from what is committed.
  ///
  /// @param committed by handle the end of its mute
  Mutes(Map<String, Long> committed) {
    this.ends = committed;
  }

  /// {@return the end of the account's mute, or `null` if it is not muted then}
  ///
  /// @param account handle
  /// @param at a moment, epoch milliseconds
  public @Nullable Long end(String account, long at) {
    Long end = changes.containsKey(account) ? changes.get(account) : ends.get(account);
    return end != null && at < end ? end : null;
  }

  /// Mutes an account.
  ///
  /// @param account handle
  /// @param end when that ends, epoch milliseconds, or [#NEVER]
  public void mute(String account, long end) {
    changes.put(account, end);
  }

  /// Lets an account write again.
  ///
  /// @param account handle
  public void unmute(String account) {
    changes.put(account, null);
  }

  /// {@return by handle the new end of its mute, or `null` if it has none any more}
  public Map<String, @Nullable Long> changes() {
    return changes;
  }

  /// {@return by handle the end of its mute, as it is to be committed}
  Map<String, Long> committed() {
    if (changes.isEmpty()) {
      return ends;
    }
    Map<String, Long> all = new HashMap<>(ends);
    changes.forEach((account, end) -> {
      if (end == null) {
        all.remove(account);
      } else {
        all.put(account, end);
      }
    });
    return Map.copyOf(all);
  }
}
