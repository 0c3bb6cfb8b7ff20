package dev.parley.routing.search;

import java.util.List;

/// Where messages are indexed. For one thread at a time in each instance; several instances do not
/// disturb each other.
///
/// Every method throws [dev.parley.contracts.consumer.TemporaryFaultException] if the database is
/// out of reach; then nothing of what it does is stored.
public interface IndexStore {
  /// A conversation.
  ///
  /// @param number its number in the database
  /// @param name conversation id
  /// @param behind whether it has entries that are not indexed
  record Candidate(long number, String name, boolean behind) {}

  /// What came of indexing.
  ///
  /// @param entries number of entries that were looked at
  /// @param unfinished ids of conversations that have more
  record Indexed(int entries, List<String> unfinished) {}

  /// {@return the next conversations by number, inboxes left out; none at the end}
  ///
  /// @param after number below the first of them
  /// @param limit most conversations
  List<Candidate> conversations(long after, int limit);

  /// Indexes the next entries of conversations, in log order, and remembers how far that is.
  /// Messages are taken as they are now; repeated, it changes nothing.
  ///
  /// @param conversations their ids
  /// @param limit most entries
  /// @return how much that was
  Indexed index(List<String> conversations, int limit);
}
