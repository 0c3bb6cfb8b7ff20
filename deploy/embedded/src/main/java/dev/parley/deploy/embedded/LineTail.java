package dev.parley.deploy.embedded;

import java.util.ArrayDeque;
import java.util.Deque;

/// The last lines of a log, kept for the message that reports a failure. Safe for any thread.
public final class LineTail {

  private final int limit;
  private final Deque<String> lines = new ArrayDeque<>();

  /// Makes an empty one.
  ///
  /// @param limit number of lines kept; older ones are dropped
  public LineTail(int limit) {
    this.limit = limit;
  }

  /// Appends a line.
  ///
  /// @param line without its line end
  public synchronized void add(String line) {
    if (lines.size() == limit) {
      lines.removeFirst();
    }
    lines.addLast(line);
  }

  /// {@return the lines kept, indented, each behind a line end; empty if there are none}
  public synchronized String indented() {
    var text = new StringBuilder();
    lines.forEach(line -> text.append("\n  | ").append(line));
    return text.toString();
  }
}
