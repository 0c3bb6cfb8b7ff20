package dev.parley.deploy.acceptance.history;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// All that is known of one conversation of a run.
///
/// @param conversation its id
/// @param firstSeq the first position that belongs to the run
/// @param readers handles of those who only read, and must have everything from `firstSeq` in the
///   end; an author's connection gets acknowledgements instead of its own messages
/// @param sends every send, in any order
/// @param arrivals every arrival, each reader's in the order in which they came
/// @param rows what the server holds from `firstSeq`, in any order
public record ConversationHistory(
    String conversation,
    long firstSeq,
    Set<String> readers,
    List<Send> sends,
    List<Arrival> arrivals,
    List<Row> rows) {

  /// {@return the stored message at each position; of two at one position the first}
  Map<Long, Content.Message> stored() {
    Map<Long, Content.Message> stored = new HashMap<>();
    rows.forEach(row -> stored.putIfAbsent(row.seq(), row.message()));
    return stored;
  }

  /// {@return the positions that are taken, by a stored message or by a change that somebody saw}
  TreeSet<Long> positions() {
    var positions = new TreeSet<Long>();
    Stream.concat(rows.stream().map(Row::seq), changes().map(Arrival::seq)).forEach(positions::add);
    return positions;
  }

  /// {@return the sends that were acknowledged, with their positions}
  Map<Send, Long> acknowledged() {
    Map<Send, Long> acknowledged = new HashMap<>();
    for (Send send : sends) {
      if (send.outcome() instanceof Outcome.Acknowledged(long seq)) {
        acknowledged.put(send, seq);
      }
    }
    return acknowledged;
  }

  Stream<Arrival> changes() {
    return arrivals.stream().filter(arrival -> arrival.content() instanceof Content.Change);
  }

  Violation violation(Invariant invariant, String description) {
    return new Violation(invariant, conversation, description);
  }
}
