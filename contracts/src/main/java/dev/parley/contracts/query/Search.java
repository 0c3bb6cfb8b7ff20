package dev.parley.contracts.query;

import dev.parley.contracts.ReplyTo;
import org.jspecify.annotations.Nullable;

/// Asks for messages by their words, in all conversations that the account is a member of, newest
/// first.
///
/// @param account handle of who asks
/// @param query words and operators, as the public protocol says; at most 128 characters
/// @param limit most messages in the answer, 1 to 50
/// @param before the `next` of the page before, or `null` for the first page
/// @param replyTo where the answer goes
public record Search(
    String account, String query, int limit, @Nullable String before, ReplyTo replyTo)
    implements QueryRecord {
  /// Longest query, in characters.
  public static final int MAX_QUERY_LENGTH = 128;

  /// {@return all but the query, which tells of what people write}
  @Override
  public String toString() {
    return "Search[account=%s, limit=%d, replyTo=%s]".formatted(account, limit, replyTo);
  }
}
