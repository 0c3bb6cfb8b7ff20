package dev.parley.deploy.bench.scenario;

import dev.parley.deploy.bench.check.Violations;
import dev.parley.deploy.bench.connection.EventLoop;
import dev.parley.deploy.bench.session.Crew;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/// Waits until every message is acknowledged and every reader has every seq of its conversation.
final class Settlement {

  private static final Duration PAUSE = Duration.ofMillis(20);

  private final List<Conversation> conversations;
  private final Violations violations;
  private final Duration limit;

  Settlement(List<Conversation> conversations, Violations violations, Duration limit) {
    this.conversations = conversations;
    this.violations = violations;
    this.limit = limit;
  }

  /// Waits; what has not come by the limit is lost, and a violation for each reader.
  ///
  /// @return whether everything came
  boolean await() {
    long deadline = System.nanoTime() + limit.toNanos();
    List<String> missing = missing();
    while (!missing.isEmpty() && System.nanoTime() - deadline < 0) {
      LockSupport.parkNanos(PAUSE.toNanos());
      missing = missing();
    }
    missing.forEach(violations::add);
    return missing.isEmpty();
  }

  private List<String> missing() {
    return conversations.stream().flatMap(c -> missing(c).stream()).toList();
  }

  private static List<String> missing(Conversation conversation) {
    List<Talker.Progress> all = progress(conversation.readers());
    long head = all.stream().mapToLong(Talker.Progress::highest).max().orElse(0);
    return all.stream()
        .filter(p -> p.outstanding() > 0 || p.complete() != head)
        .map(p ->
            "%s: has everything up to seq %d of %d, and %d messages are unacknowledged"
                .formatted(p.reader(), p.complete(), head, p.outstanding()))
        .toList();
  }

  private static List<Talker.Progress> progress(List<Talker> readers) {
    Map<EventLoop, List<Talker>> byLoop =
        readers.stream().collect(Collectors.groupingBy(Talker::loop));
    return byLoop.entrySet().stream()
        .map(e -> e.getKey().call(() -> e.getValue().stream().map(Talker::progress).toList()))
        .flatMap(asked -> Crew.await(asked).stream())
        .toList();
  }
}
