package dev.parley.cli.conversation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.cli.frame.Frames;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// Tells the server how far each conversation has arrived, at most once a second. What cannot be
/// told is told by the cursors of the next resume.
final class Receipts {

  private static final Duration AT_MOST_EVERY = Duration.ofSeconds(1);

  private final Server server;
  private Map<String, Long> moved = new HashMap<>();

  Receipts(Server server) {
    this.server = server;
  }

  void onArrived(String conversation, long seq) {
    if (moved.isEmpty()) {
      server.later(AT_MOST_EVERY, this::flush);
    }
    moved.merge(conversation, seq, Math::max);
  }

  /// Tells it now; nothing where nothing has arrived since.
  void flush() {
    if (moved.isEmpty()) {
      return;
    }
    ObjectNode frame = Frames.JSON.createObjectNode().put("type", "received");
    ObjectNode cursors = frame.putObject("cursors");
    moved.forEach(cursors::put);
    moved = new HashMap<>();
    server.tell(frame);
  }
}
