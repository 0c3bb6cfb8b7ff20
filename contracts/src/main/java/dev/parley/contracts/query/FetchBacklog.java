package dev.parley.contracts.query;

import dev.parley.contracts.ReplyTo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Asks for what the account missed, oldest first within each conversation, in the order of the
/// ranges. Left out is what the account may not read: conversations that are not its own, entries
/// up to the one that made it a member; its own messages, and messages of those it blocks.
///
/// @param account handle of who asks
/// @param ranges what is wanted; ranges of conversations that are not the account's are empty
/// @param limit most entries in one answer; the answer says which ranges remain
/// @param replyTo where the answer goes
/// @param own true if the account's own messages are wanted too, for a client that cannot know
///   which of them it has; else `null` or false
public record FetchBacklog(
    String account, List<Range> ranges, int limit, ReplyTo replyTo, @Nullable Boolean own)
    implements QueryRecord {
  /// Asks for what others wrote.
  ///
  /// @param account handle of who asks
  /// @param ranges what is wanted
  /// @param limit most entries in one answer
  /// @param replyTo where the answer goes
  public FetchBacklog(String account, List<Range> ranges, int limit, ReplyTo replyTo) {
    this(account, ranges, limit, replyTo, null);
  }
}
