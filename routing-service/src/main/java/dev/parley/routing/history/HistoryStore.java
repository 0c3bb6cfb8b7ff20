package dev.parley.routing.history;

import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.delivery.ConversationSummary;
import dev.parley.contracts.delivery.Edit;
import dev.parley.contracts.delivery.GroupSummary;
import dev.parley.contracts.delivery.MutedMember;
import dev.parley.contracts.query.Range;
import dev.parley.routing.conversation.ConversationKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Reads committed conversations. Safe for many threads; every method but [#inSnapshot] is called
/// within one.
public interface HistoryStore {
  /// A conversation from the point of view of one account.
  ///
  /// @param id number in the database
  /// @param kind what it is
  /// @param isMember whether the account has its place there
  record Access(long id, ConversationKind kind, boolean isMember) {}

  /// Messages on one side of a seq.
  sealed interface Span {
    /// Those below a seq, newest first.
    ///
    /// @param seq seq above the first of them
    record Before(long seq) implements Span {}

    /// Those above a seq, oldest first.
    ///
    /// @param seq seq below the first of them
    record After(long seq) implements Span {}
  }

  /// Where a message stands.
  ///
  /// @param conversation number of the conversation
  /// @param seq seq of the message
  record Position(long conversation, long seq) {}

  /// How much of a conversation an account has not seen.
  ///
  /// @param unread number of messages, at most the limit
  /// @param mentions number of those that call the account
  record Unseen(int unread, int mentions) {}

  /// Runs several reads on one consistent state.
  ///
  /// @param <T> what is read
  /// @param reads the reads
  /// @return what they return
  <T> T inSnapshot(Supplier<T> reads);

  /// {@return the conversations that the account has its place in, in no order}
  ///
  /// @param account handle
  List<ConversationSummary> summaries(String account);

  /// {@return what the account has not seen, by conversation id; nothing where it has seen all}
  ///
  /// @param account handle
  /// @param limit where to stop counting
  Map<String, Unseen> unseen(String account, int limit);

  /// {@return handles of those whom the account blocks, sorted}
  ///
  /// @param account handle
  List<String> blockedBy(String account);

  /// {@return whether one account blocks another}
  ///
  /// @param blocker handle
  /// @param blocked handle
  boolean isBlocked(String blocker, String blocked);

  /// {@return the conversation, if it exists}
  ///
  /// @param conversation conversation id
  /// @param account handle of who asks
  Optional<Access> access(String conversation, String account);

  /// {@return messages of a conversation as they are now, those of blocked authors left out; from
  /// the end of the span outwards}
  ///
  /// @param id number of the conversation
  /// @param span which messages
  /// @param account handle of who asks
  /// @param limit most messages
  List<ReadMessage> messages(long id, Span span, String account, int limit);

  /// {@return those messages that are there, as they are now}
  ///
  /// @param positions which messages
  Map<Position, ReadMessage> messages(List<Position> positions);

  /// {@return the latest pinned messages of a conversation, those of blocked authors left out;
  /// newest first}
  ///
  /// @param id number of the conversation
  /// @param account handle of who asks
  /// @param limit most messages
  List<ReadMessage> pinned(long id, String account, int limit);

  /// {@return the first versions of a message, oldest first; none if there is no such message, if
  /// it was withdrawn, or if its author is blocked}
  ///
  /// @param id number of the conversation
  /// @param message seq of the message
  /// @param account handle of who asks
  /// @param limit most versions
  List<Edit> edits(long id, long message, String account, int limit);

  /// {@return the message under a client message id, as its entry stands; withdrawn or not}
  ///
  /// @param id number of the conversation
  /// @param author handle of the author
  /// @param clientMessageId what the author called it
  Optional<Entry> message(long id, String author, String clientMessageId);

  /// {@return the groups that the account is a member of, by name, the lobby left out}
  ///
  /// @param account handle
  List<GroupSummary> groupsOf(String account);

  /// {@return open groups by name}
  ///
  /// @param limit most groups
  List<GroupSummary> openGroups(int limit);

  /// {@return handles of the members of a group, sorted}
  ///
  /// @param id number of the conversation
  List<String> members(long id);

  /// {@return those who may not write in a group, by handle}
  ///
  /// @param id number of the conversation
  /// @param now epoch milliseconds; mutes that ended before are left out
  List<MutedMember> muted(long id, long now);

  /// {@return number of messages in all ranges that the account may read and has not written}
  ///
  /// @param account handle
  /// @param ranges ranges of seqs
  long countBacklog(String account, List<Range> ranges);

  /// {@return the first entries of a range that the account may read, its own messages left out}
  ///
  /// @param account handle
  /// @param own whether the reader's own messages are wanted too
  /// @param range range of seqs
  /// @param limit most entries
  List<Entry> backlog(String account, boolean own, Range range, int limit);
}
