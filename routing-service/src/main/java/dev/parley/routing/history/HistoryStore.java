package dev.parley.routing.history;

import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.delivery.ConversationSummary;
import dev.parley.contracts.delivery.GroupSummary;
import dev.parley.contracts.query.Range;
import dev.parley.routing.conversation.ConversationKind;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Reads committed conversations. Safe for many threads; every method but [#inSnapshot] is called
/// within one.
public interface HistoryStore {
  /// A conversation from the point of view of one account.
  ///
  /// @param id number in the database
  /// @param kind what it is
  /// @param isMember whether the account has its place there
  record Access(long id, ConversationKind kind, boolean isMember) {}

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

  /// {@return the latest messages of a conversation, those of blocked authors left out; newest
  /// first}
  ///
  /// @param id number of the conversation
  /// @param before seq above the last wanted message, or `null` for the latest
  /// @param account handle of who asks
  /// @param limit most messages
  List<Entry> messages(long id, @Nullable Long before, String account, int limit);

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

  /// {@return number of messages in all ranges that the account may read and has not written}
  ///
  /// @param account handle
  /// @param ranges ranges of seqs
  long countBacklog(String account, List<Range> ranges);

  /// {@return the first entries of a range that the account may read, its own messages left out}
  ///
  /// @param account handle
  /// @param range range of seqs
  /// @param limit most entries
  List<Entry> backlog(String account, Range range, int limit);
}
