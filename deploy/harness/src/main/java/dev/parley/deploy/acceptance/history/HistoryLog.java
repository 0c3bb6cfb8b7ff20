package dev.parley.deploy.acceptance.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.Stream;

/// Collects what happens in a run; for any thread.
///
/// The arrivals of one reader must come from one thread at a time: their order is part of the
/// history.
public final class HistoryLog {

  private final Queue<Send> sends = new ConcurrentLinkedQueue<>();
  private final Queue<Arrival> arrivals = new ConcurrentLinkedQueue<>();
  private final Queue<Row> rows = new ConcurrentLinkedQueue<>();

  /// Makes an empty one.
  public HistoryLog() {}

  /// Keeps a send whose outcome is known.
  ///
  /// @param send the send
  public void add(Send send) {
    sends.add(send);
  }

  /// Keeps what reached a reader.
  ///
  /// @param arrival the arrival
  public void add(Arrival arrival) {
    arrivals.add(arrival);
  }

  /// Keeps what the server holds.
  ///
  /// @param row the row
  public void add(Row row) {
    rows.add(row);
  }

  /// {@return every send of the run so far}
  public List<Send> sends() {
    return List.copyOf(sends);
  }

  /// {@return the highest position at which a reader of a conversation has arrived, or 0}
  ///
  /// @param reader handle of the reader
  /// @param conversation the conversation
  public long position(String reader, String conversation) {
    return arrivals.stream()
        .filter(arrival -> arrival.reader().equals(reader))
        .filter(arrival -> arrival.conversation().equals(conversation))
        .mapToLong(Arrival::seq)
        .max()
        .orElse(0);
  }

  /// {@return what is known of one conversation}
  ///
  /// @param conversation its id
  /// @param firstSeq the first position that belongs to the run; what lies before is left out
  /// @param readers handles of those who only read
  public ConversationHistory of(String conversation, long firstSeq, Set<String> readers) {
    return new ConversationHistory(
        conversation,
        firstSeq,
        Set.copyOf(readers),
        select(sends, Send::conversation, conversation).toList(),
        select(arrivals, Arrival::conversation, conversation)
            .filter(arrival -> arrival.seq() >= firstSeq)
            .toList(),
        select(rows, Row::conversation, conversation)
            .filter(row -> row.seq() >= firstSeq)
            .toList());
  }

  /// Writes everything down, a line each, for whoever looks into a violation.
  ///
  /// @param file written anew
  public void write(Path file) {
    List<String> lines =
        Stream.of(sends, arrivals, rows).flatMap(Queue::stream).map(Object::toString).toList();
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> Stream<T> select(
      Queue<T> all, Function<T, String> conversationOf, String conversation) {
    return all.stream().filter(item -> conversationOf.apply(item).equals(conversation));
  }
}
