package dev.parley.gateway.session;

import dev.parley.contracts.conversation.CursorMove;
import dev.parley.contracts.conversation.MoveCursors;
import dev.parley.contracts.delivery.Done;
import dev.parley.gateway.exchange.Exchange;
import dev.parley.gateway.exchange.RecordPublisher;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;

/// Brings cursors that moved to the log: those of many sessions together now and then, those of a
/// session that ends at once. Safe for use by many threads.
final class CursorPublisher {
  private static final int MAX_PER_RECORD = 1_000;

  private final Exchange exchange;
  private final RecordPublisher records;
  // As many as sessions here follow conversations: a cursor is collected once between two flushes.
  private final Queue<CursorMove> collected = new ConcurrentLinkedQueue<>();

  CursorPublisher(Exchange exchange, RecordPublisher records) {
    this.exchange = exchange;
    this.records = records;
  }

  /// Keeps moves for the next [#flush()].
  void collect(Collection<CursorMove> moves) {
    collected.addAll(moves);
  }

  /// Writes what was collected, one record for each partition and thousand moves.
  void flush() {
    List<CursorMove> moves = new ArrayList<>();
    for (CursorMove move = collected.poll(); move != null; move = collected.poll()) {
      moves.add(move);
    }
    byPartition(moves).forEach(this::write);
  }

  /// Stores moves now; completes on the loop when they are stored, or fails in time.
  CompletableFuture<Void> store(Executor loop, Collection<CursorMove> moves) {
    return CompletableFuture.allOf(
        byPartition(moves).entrySet().stream()
            .map(each ->
                exchange.askPartition(
                    loop,
                    each.getKey(),
                    Done.class,
                    replyTo -> new MoveCursors(each.getValue(), replyTo)))
            .toArray(CompletableFuture[]::new));
  }

  private void write(int partition, List<CursorMove> moves) {
    for (int from = 0; from < moves.size(); from += MAX_PER_RECORD) {
      int to = Math.min(moves.size(), from + MAX_PER_RECORD);
      MoveCursors record = new MoveCursors(List.copyOf(moves.subList(from, to)), null);
      records.toPartition(partition, record, RecordPublisher.Failed.IGNORED);
    }
  }

  private Map<Integer, List<CursorMove>> byPartition(Collection<CursorMove> moves) {
    Map<Integer, List<CursorMove>> grouped = new HashMap<>();
    for (CursorMove move : moves) {
      int partition = records.partitionOf(move.conversation());
      grouped.computeIfAbsent(partition, _ -> new ArrayList<>()).add(move);
    }
    return grouped;
  }
}
