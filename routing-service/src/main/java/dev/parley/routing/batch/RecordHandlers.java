package dev.parley.routing.batch;

import dev.parley.contracts.conversation.ConversationRecord;
import dev.parley.routing.conversation.RecordHandler;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The table of record kinds and who handles them.
@Singleton
public final class RecordHandlers {
  private final Map<Class<?>, RecordHandler<?>> byKind;

  /// Makes the table.
  ///
  /// @param handlers one for each kind of record
  /// @throws IllegalStateException if a kind has none
  public RecordHandlers(@All List<RecordHandler<?>> handlers) {
    byKind = handlers.stream().collect(Collectors.toMap(RecordHandler::kind, Function.identity()));
    Set<Class<?>> kinds = kinds(ConversationRecord.class).collect(Collectors.toSet());
    if (!byKind.keySet().equals(kinds)) {
      throw new IllegalStateException(
          "handlers must be there for %s, got %s".formatted(kinds, byKind.keySet()));
    }
  }

  private static Stream<Class<?>> kinds(Class<?> type) {
    return type.isSealed()
        ? Stream.of(type.getPermittedSubclasses()).flatMap(RecordHandlers::kinds)
        : Stream.of(type);
  }

  /// {@return the handler of a record}
  ///
  /// @param <R> the record's kind
  /// @param record the record
  @SuppressWarnings("unchecked") // The table maps each kind to a handler of that kind.
  <R extends ConversationRecord> RecordHandler<R> of(R record) {
    return (RecordHandler<R>) Objects.requireNonNull(byKind.get(record.getClass()));
  }
}
