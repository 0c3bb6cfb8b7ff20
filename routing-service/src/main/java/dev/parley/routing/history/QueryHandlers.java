package dev.parley.routing.history;

import dev.parley.contracts.query.QueryRecord;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The table of query kinds and who answers them.
@Singleton
public final class QueryHandlers {
  private final Map<Class<?>, QueryHandler<?>> byKind;

  /// Makes the table.
  ///
  /// @param handlers one for each kind of query
  /// @throws IllegalStateException if a kind has none
  public QueryHandlers(@All List<QueryHandler<?>> handlers) {
    byKind = handlers.stream().collect(Collectors.toMap(QueryHandler::kind, Function.identity()));
    Set<Class<?>> kinds = Set.of(QueryRecord.class.getPermittedSubclasses());
    if (!byKind.keySet().equals(kinds)) {
      throw new IllegalStateException(
          "handlers must be there for %s, got %s".formatted(kinds, byKind.keySet()));
    }
  }

  /// {@return the handler of a query}
  ///
  /// @param <Q> the query's kind
  /// @param query the query
  @SuppressWarnings("unchecked") // The table maps each kind to a handler of that kind.
  <Q extends QueryRecord> QueryHandler<Q> of(Q query) {
    return (QueryHandler<Q>) Objects.requireNonNull(byKind.get(query.getClass()));
  }
}
