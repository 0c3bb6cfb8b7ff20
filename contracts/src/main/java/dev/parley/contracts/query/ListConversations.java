package dev.parley.contracts.query;

import dev.parley.contracts.ReplyTo;
import org.jspecify.annotations.Nullable;

/// Asks for the account's conversations with their cursors, and for whom the account blocks.
///
/// @param account handle of who asks
/// @param replyTo where the answer goes
/// @param counted true if the unread messages are to be counted, which takes a look at each; else
///   `null` or false
public record ListConversations(String account, ReplyTo replyTo, @Nullable Boolean counted)
    implements QueryRecord {

  /// Asks without counts.
  ///
  /// @param account handle of who asks
  /// @param replyTo where the answer goes
  public ListConversations(String account, ReplyTo replyTo) {
    this(account, replyTo, null);
  }
}
