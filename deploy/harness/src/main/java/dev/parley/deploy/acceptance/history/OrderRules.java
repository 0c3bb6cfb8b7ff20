package dev.parley.deploy.acceptance.history;

import static dev.parley.deploy.acceptance.history.Invariant.REAL_TIME_ORDER;
import static dev.parley.deploy.acceptance.history.Invariant.SESSION_ORDER;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Compares the order of the sends in time with their order in the log: I9 and I10.
///
/// Both say: what is sent after another message's acknowledgement stands behind it. Going through
/// all moments in time order, the highest position acknowledged so far is carried along; a message
/// must stand behind the one that was carried when it was sent.
final class OrderRules {

  private OrderRules() {}

  static Stream<Violation> sessionOrder(ConversationHistory history) {
    Map<String, List<Placed>> byAuthor =
        placed(history).stream().collect(Collectors.groupingBy(placed -> placed.send().author()));
    return byAuthor.values().stream().flatMap(sends -> check(history, SESSION_ORDER, sends));
  }

  static Stream<Violation> realTimeOrder(ConversationHistory history) {
    return check(history, REAL_TIME_ORDER, placed(history));
  }

  private static Stream<Violation> check(
      ConversationHistory history, Invariant invariant, List<Placed> sends) {
    List<Moment> moments = new ArrayList<>();
    sends.forEach(placed -> moments.add(new Moment(placed.send().invokedAt(), false, placed)));
    sends.stream()
        .filter(Placed::isAcknowledged)
        .forEach(placed -> moments.add(new Moment(placed.send().endedAt(), true, placed)));
    moments.sort(Comparator.comparingLong(Moment::at));
    List<Violation> found = new ArrayList<>();
    long highest = 0;
    for (Moment moment : moments) {
      long seq = moment.placed().seq();
      if (moment.isEnd()) {
        highest = Math.max(highest, seq);
      } else if (seq <= highest) {
        found.add(
            history.violation(
                invariant,
                "%s stands at %d, but %d was acknowledged before it was sent"
                    .formatted(moment.placed().send(), seq, highest)));
      }
    }
    return found.stream();
  }

  /// Those that are stored; an unresolved one that is stored has its place in the order, too.
  private static List<Placed> placed(ConversationHistory history) {
    Map<String, Send> sends =
        history.sends().stream().collect(Collectors.toMap(Send::text, send -> send, (a, _) -> a));
    Map<Send, Long> seqs = new HashMap<>();
    for (Row row : history.rows()) {
      Send send = sends.get(row.message().text());
      if (send != null) {
        seqs.merge(send, row.seq(), Math::min);
      }
    }
    return seqs.entrySet().stream()
        .map(entry -> new Placed(entry.getKey(), entry.getValue()))
        .toList();
  }

  private record Placed(Send send, long seq) {
    boolean isAcknowledged() {
      return send.outcome() instanceof Outcome.Acknowledged;
    }
  }

  private record Moment(long at, boolean isEnd, Placed placed) {}
}
