package dev.parley.routing.batch;

import dev.parley.contracts.conversation.Entry;
import dev.parley.routing.conversation.ConversationState;
import dev.parley.routing.conversation.Draft;
import dev.parley.routing.conversation.EntryKey;
import dev.parley.routing.conversation.MessageKey;
import dev.parley.routing.conversation.StoredMessage;
import dev.parley.routing.ownership.FenceMove;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Where conversations are stored. For one thread at a time.
///
/// Every method throws [dev.parley.contracts.consumer.TemporaryFaultException] if the database is
/// out of reach; then nothing of the transaction is stored, or, if that happens at the very commit,
/// all of it may be.
public interface LogStore {
  /// {@return a new transaction, to be closed}
  Transaction begin();

  /// Reads and writes of one batch, all or nothing.
  interface Transaction extends AutoCloseable {
    /// Reads conversations.
    ///
    /// @param names conversation ids
    /// @return states of those that exist, or that somebody blocks in
    List<ConversationState> load(Set<String> names);

    /// Reads entries.
    ///
    /// @param keys what they are known by, each with its conversation's number in the database
    /// @return those that are stored
    Map<EntryKey, Entry> find(Map<EntryKey, Long> keys);

    /// Reads messages.
    ///
    /// @param keys which, each with its conversation's number in the database
    /// @return those that are stored, as they are now; entries of other kinds are no messages
    Map<MessageKey, StoredMessage> messages(Map<MessageKey, Long> keys);

    /// Counts groups, the lobby left out.
    ///
    /// @param accounts handles
    /// @return number of groups of each that is in any
    Map<String, Integer> countGroups(Set<String> accounts);

    /// Moves the fences, stores what changed, and commits. New conversations are told their number.
    ///
    /// @param fences one for each partition that something changes in
    /// @param drafts conversations that change
    /// @return whether that was possible; if not, nothing is stored
    CommitResult commit(List<FenceMove> fences, List<Draft> drafts);

    /// Ends the transaction; without a commit nothing is stored.
    @Override
    void close();
  }
}
