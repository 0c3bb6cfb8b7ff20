package dev.parley.deploy.acceptance.history;

import static dev.parley.deploy.acceptance.history.Invariant.AGREEMENT;
import static dev.parley.deploy.acceptance.history.Invariant.COMPLETENESS;
import static dev.parley.deploy.acceptance.history.Invariant.ORDER;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Compares what reached the readers with what is stored: I6, I7 and I11.
final class ReaderRules {

  private static final int NAMED = 10;

  private ReaderRules() {}

  static Stream<Violation> agreement(ConversationHistory history) {
    Map<Long, Content> truth = new HashMap<>(history.stored());
    history.changes().forEach(arrival -> truth.putIfAbsent(arrival.seq(), arrival.content()));
    return history.arrivals().stream()
        .filter(arrival -> arrival.seq() >= history.firstSeq())
        .filter(arrival -> !arrival.content().equals(truth.get(arrival.seq())))
        .map(arrival ->
            history.violation(
                AGREEMENT, "%s, where %s stands".formatted(arrival, truth.get(arrival.seq()))));
  }

  static Stream<Violation> order(ConversationHistory history) {
    return byReader(history).entrySet().stream()
        .filter(entry -> history.readers().contains(entry.getKey()))
        .flatMap(entry -> order(history, entry.getValue()));
  }

  static Stream<Violation> completeness(ConversationHistory history) {
    Map<String, List<Arrival>> byReader = byReader(history);
    return history.readers().stream()
        .map(reader -> missing(history, reader, byReader.getOrDefault(reader, List.of())))
        .flatMap(List::stream);
  }

  private static Stream<Violation> order(ConversationHistory history, List<Arrival> arrivals) {
    List<Violation> found = new ArrayList<>();
    long highest = history.firstSeq() - 1;
    long previous = highest;
    int session = 0;
    for (Arrival arrival : arrivals) {
      boolean isFirst = arrival.session() != session;
      boolean isNext = arrival.seq() == previous + 1;
      if (isFirst ? arrival.seq() > highest + 1 : !isNext) {
        found.add(
            history.violation(
                ORDER,
                "%s got %d in session %d after %d, having had up to %d"
                    .formatted(
                        arrival.reader(), arrival.seq(), arrival.session(), previous, highest)));
      }
      session = arrival.session();
      previous = arrival.seq();
      highest = Math.max(highest, previous);
    }
    return found.stream();
  }

  private static List<Violation> missing(
      ConversationHistory history, String reader, List<Arrival> arrivals) {
    Set<Long> seen = arrivals.stream().map(Arrival::seq).collect(Collectors.toSet());
    List<Long> missing =
        history.positions().stream()
            .filter(seq -> seq >= history.firstSeq() && !seen.contains(seq))
            .toList();
    return missing.isEmpty()
        ? List.of()
        : List.of(
            history.violation(
                COMPLETENESS,
                "%s never got %d entries, among them %s"
                    .formatted(reader, missing.size(), missing.stream().limit(NAMED).toList())));
  }

  private static Map<String, List<Arrival>> byReader(ConversationHistory history) {
    return history.arrivals().stream().collect(Collectors.groupingBy(Arrival::reader));
  }
}
