package dev.parley.cli.conversation;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Tells the server how far each conversation has arrived, at most once a second. What cannot be
/// told is told by the cursors of the next resume.
final class Receipts {

  private static final Duration AT_MOST_EVERY = Duration.ofSeconds(1);

  private final BiConsumer<Duration, Runnable> later;
  private final Consumer<Map<String, Long>> tell;
  private Map<String, Long> moved = new HashMap<>();

  Receipts(BiConsumer<Duration, Runnable> later, Consumer<Map<String, Long>> tell) {
    this.later = later;
    this.tell = tell;
  }

  void onArrived(String conversation, long seq) {
    if (moved.isEmpty()) {
      later.accept(AT_MOST_EVERY, this::flush);
    }
    moved.merge(conversation, seq, Math::max);
  }

  /// Tells it now; nothing where nothing has arrived since.
  void flush() {
    if (moved.isEmpty()) {
      return;
    }
    Map<String, Long> told = moved;
    moved = new HashMap<>();
    tell.accept(told);
  }
}
