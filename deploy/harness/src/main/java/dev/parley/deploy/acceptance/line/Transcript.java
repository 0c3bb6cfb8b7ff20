package dev.parley.deploy.acceptance.line;

import java.util.ArrayDeque;
import java.util.Deque;

/// What went over a connection, for the message of a failure.
///
/// Keeps the last 400 lines, each cut after 240 characters. For any thread.
final class Transcript {

  private static final int MAX_LINES = 400;
  private static final int MAX_LENGTH = 240;

  private final String name;
  private final long openedAt = System.nanoTime();
  private final Deque<String> lines = new ArrayDeque<>();
  private int dropped;

  Transcript(String name) {
    this.name = name;
  }

  void sent(String line) {
    add(">> ", line);
  }

  void received(String line) {
    add("<< ", line);
  }

  void note(String what) {
    add("-- ", what);
  }

  @Override
  public synchronized String toString() {
    String head = "--- " + name + (dropped == 0 ? "" : ", " + dropped + " earlier lines left out");
    return head + "\n" + String.join("\n", lines);
  }

  private synchronized void add(String direction, String line) {
    long millis = (System.nanoTime() - openedAt) / 1_000_000;
    String text = line.length() > MAX_LENGTH ? line.substring(0, MAX_LENGTH) + " …" : line;
    lines.add("%6d %s%s".formatted(millis, direction, visible(text)));
    if (lines.size() > MAX_LINES) {
      lines.remove();
      dropped++;
    }
  }

  private static String visible(String text) {
    var shown = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> {
          if (Character.isISOControl(c)) {
            shown.append("\\u%04x".formatted(c));
          } else {
            shown.appendCodePoint(c);
          }
        });
    return shown.toString();
  }
}
