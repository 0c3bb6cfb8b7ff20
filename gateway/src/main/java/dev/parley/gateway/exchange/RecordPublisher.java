package dev.parley.gateway.exchange;

import dev.parley.contracts.auth.AuthRecord;
import dev.parley.contracts.conversation.ConversationRecord;
import dev.parley.contracts.presence.PresenceRecord;
import dev.parley.contracts.presence.Typing;
import dev.parley.contracts.query.QueryRecord;
import org.jspecify.annotations.Nullable;

/// Writes records to the topics of the services.
///
/// Returns at once; a record that cannot be written in time is told to `failed`, on any thread. It
/// may nevertheless have been written.
public interface RecordPublisher {
  /// Takes the news that a record was not written in time.
  @FunctionalInterface
  interface Failed {
    /// Nobody waits for the record.
    Failed IGNORED = _ -> {};

    /// Tells why.
    ///
    /// @param cause what the log's client said
    void onFailure(Throwable cause);
  }

  /// Writes to `parley.auth`, key: the record's account.
  ///
  /// @param record what is asked
  /// @param failed told of a failure
  void toAuth(AuthRecord record, Failed failed);

  /// Writes to `parley.presence`.
  ///
  /// @param account the key
  /// @param record what is asked
  /// @param failed told of a failure
  void toPresence(String account, PresenceRecord record, Failed failed);

  /// Writes to `parley.presence.events`, key: the account; nobody waits for it.
  ///
  /// @param typing who is writing, and where
  void toPresenceEvents(Typing typing);

  /// Writes to every partition of `parley.presence`.
  ///
  /// @param record what concerns every account
  void toAllPresence(PresenceRecord record);

  /// Writes to `parley.conversations`, key: the conversation.
  ///
  /// @param conversation conversation id
  /// @param record what is asked
  /// @param failed told of a failure
  default void toConversation(String conversation, ConversationRecord record, Failed failed) {
    toConversation(conversation, record, failed, null);
  }

  /// Writes to `parley.conversations`, key: the conversation.
  ///
  /// @param conversation conversation id
  /// @param record what is asked
  /// @param failed told of a failure
  /// @param followed the trace that the record belongs to, or `null` if nobody follows it
  void toConversation(
      String conversation, ConversationRecord record, Failed failed, @Nullable Publishing followed);

  /// Writes to one partition of `parley.conversations`.
  ///
  /// @param partition number of the partition
  /// @param record what concerns several conversations of it
  /// @param failed told of a failure
  void toPartition(int partition, ConversationRecord record, Failed failed);

  /// Writes to `parley.queries`.
  ///
  /// @param session the key
  /// @param record what is asked
  /// @param failed told of a failure
  void toQueries(String session, QueryRecord record, Failed failed);

  /// {@return partition of `parley.conversations` that a conversation lies in}
  ///
  /// @param conversation conversation id
  int partitionOf(String conversation);

  /// Writes out what is under way, within a bounded time, and closes.
  void close();
}
