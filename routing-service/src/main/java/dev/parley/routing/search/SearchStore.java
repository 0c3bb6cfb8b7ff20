package dev.parley.routing.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds indexed messages. Called within a snapshot of [dev.parley.routing.history.HistoryStore].
public interface SearchStore {
  /// A message that was found.
  ///
  /// @param conversation conversation id
  /// @param place where it stands
  record Hit(String conversation, Place place) {}

  /// Finds messages of conversations that the account is a member of, those of authors whom it
  /// blocks left out.
  ///
  /// @param account handle of who asks
  /// @param terms all of which must hold
  /// @param before place behind which to go on, or `null` for the newest
  /// @param limit most messages
  /// @return newest first
  /// @throws SearchTooSlowException if it takes too long; the snapshot can still be read
  List<Hit> find(String account, List<Term> terms, @Nullable Place before, int limit);
}
