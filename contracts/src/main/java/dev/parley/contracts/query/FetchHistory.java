package dev.parley.contracts.query;

import dev.parley.contracts.ReplyTo;
import org.jspecify.annotations.Nullable;

/// Asks for messages of a conversation as they are now: the latest, the latest before a seq, the
/// first after one, or those around one. Messages of those whom the account blocks are left out
/// before the page is cut.
///
/// @param account handle of who asks; must be a member
/// @param conversation conversation id
/// @param before seq above the last wanted message, or `null`
/// @param limit most messages in the answer, 1 to 200
/// @param replyTo where the answer goes
/// @param after seq below the first wanted message, or `null`
/// @param around seq in the middle of the wanted messages, or `null`; of `before`, `after` and
///   `around` at most one is there
public record FetchHistory(
    String account,
    String conversation,
    @Nullable Long before,
    int limit,
    ReplyTo replyTo,
    @Nullable Long after,
    @Nullable Long around)
    implements QueryRecord {

  /// Asks for the latest messages, or the latest before a seq.
  ///
  /// @param account handle of who asks
  /// @param conversation conversation id
  /// @param before seq above the last wanted message, or `null` for the latest
  /// @param limit most messages in the answer
  /// @param replyTo where the answer goes
  public FetchHistory(
      String account, String conversation, @Nullable Long before, int limit, ReplyTo replyTo) {
    this(account, conversation, before, limit, replyTo, null, null);
  }
}
