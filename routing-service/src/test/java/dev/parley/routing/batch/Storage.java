package dev.parley.routing.batch;

import dev.parley.contracts.conversation.Entry;
import dev.parley.routing.conversation.Cursors;
import dev.parley.routing.conversation.MessageKey;
import dev.parley.routing.conversation.StoredMessage;
import dev.parley.routing.ownership.Fences;
import dev.parley.routing.subscription.Backlogs;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// All that batches need of a database, and what tests look at afterwards.
public interface Storage extends LogStore, Fences, Backlogs {
  /// {@return the committed entries of a conversation in order of seq}
  ///
  /// @param conversation conversation id
  List<Entry> entries(String conversation);

  /// {@return how far a member has come, or `null` if the account has no place there}
  ///
  /// @param conversation conversation id
  /// @param account handle
  @Nullable Cursors cursors(String conversation, String account);

  /// {@return a message as it is now, or `null` if there is none}
  ///
  /// @param conversation conversation id
  /// @param seq seq of the message
  default @Nullable StoredMessage message(String conversation, long seq) {
    MessageKey key = new MessageKey(conversation, seq);
    try (Transaction transaction = begin()) {
      long id = transaction.load(Set.of(conversation)).getFirst().id();
      return transaction.messages(Map.of(key, id)).get(key);
    }
  }

  /// {@return the value of the fence row; 0 if there is none}
  ///
  /// @param partition number of the partition
  long fence(int partition);

  /// {@return whether one account blocks another}
  ///
  /// @param blocker handle
  /// @param blocked handle
  boolean isBlocked(String blocker, String blocked);
}
