package dev.parley.routing.history;

import dev.parley.contracts.delivery.Reply;
import dev.parley.contracts.query.QueryRecord;

/// Answers the queries of one kind, on a thread that may wait.
///
/// @param <Q> the kind
public interface QueryHandler<Q extends QueryRecord> {
  /// {@return the kind of query that is answered}
  Class<Q> kind();

  /// {@return the answer, which may be a refusal}
  ///
  /// @param query the query
  Reply answer(Q query);
}
