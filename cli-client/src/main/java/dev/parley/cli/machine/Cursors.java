package dev.parley.cli.machine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.cli.frame.Frames;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/// How far each conversation has arrived without a hole, so that a resume repeats nothing.
///
/// Answers may overtake events: a number beyond the next one waits for those between. Of more than
/// 1,000 that wait the first hole is given up.
final class Cursors {

  private static final int MOST_EARLY = 1_000;

  private static final class Cursor {
    private final TreeSet<Long> early = new TreeSet<>();
    private long seq = -1;

    void take(long taken) {
      if (taken <= seq) {
        return;
      }
      early.add(taken);
      if (seq < 0 || early.size() > MOST_EARLY) {
        seq = early.removeFirst();
      }
      while (!early.isEmpty() && early.first() <= seq + 1) {
        seq = Math.max(seq, early.removeFirst());
      }
    }
  }

  private final Map<String, Cursor> cursors = new HashMap<>();

  /// Notes what a frame holds: an entry, or the answer that stands for one.
  void onFrame(JsonNode frame) {
    String conversation = Frames.text(frame, "conversation");
    JsonNode seq = frame.path("seq");
    // An answer with 0 stands for no entry.
    boolean numbered = seq.isIntegralNumber() && seq.asLong() > 0 && frame.has("at");
    if (numbered && !conversation.isEmpty()) {
      cursors.computeIfAbsent(conversation, _ -> new Cursor()).take(seq.asLong());
    }
  }

  Map<String, Long> all() {
    Map<String, Long> all = new HashMap<>();
    cursors.forEach((conversation, cursor) -> all.put(conversation, cursor.seq));
    return all;
  }
}
