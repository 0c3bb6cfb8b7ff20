package dev.parley.routing.history;

import dev.parley.contracts.delivery.Refused;
import dev.parley.contracts.query.QueryRecord;
import dev.parley.routing.conversation.Refusal;

/// Turns a refusal into the answer to a query.
public final class Refusals {
  private Refusals() {}

  /// {@return the answer}
  ///
  /// @param query the query
  /// @param refusal why it is refused
  public static Refused of(QueryRecord query, Refusal refusal) {
    return new Refused(query.replyTo().request(), refusal.code(), refusal.message(), 0);
  }
}
