package dev.parley.deploy.acceptance.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// How long messages took from each door to each door, from the call that sends to the one that has
/// read.
final class Latencies {
  private static final System.Logger LOG = System.getLogger(Latencies.class.getName());

  private final Map<String, Map<String, String>> rows = new LinkedHashMap<>();

  /// Adds those of one pair of doors.
  ///
  /// @param from door of the sender
  /// @param to door of the receiver
  /// @param nanos of each message
  synchronized void add(String from, String to, long[] nanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    String cell =
        "%.1f / %.1f"
            .formatted(sorted[sorted.length / 2] / 1e6, sorted[(int) (sorted.length * 0.95)] / 1e6);
    rows.computeIfAbsent(from, _ -> new LinkedHashMap<>()).put(to, cell);
  }

  /// {@return a table: a row for each sender's door, a column for each receiver's}
  String table() {
    StringBuilder table = new StringBuilder("| median / p95 ms, from ");
    rows.keySet().forEach(door -> table.append("| to ").append(door).append(' '));
    table.append("|\n|---").append("|---:".repeat(rows.size())).append("|\n");
    rows.forEach((from, cells) ->
        table.append(
            rows.keySet().stream()
                .map(to -> cells.getOrDefault(to, "-"))
                .collect(Collectors.joining(" | ", "| " + from + " | ", " |\n"))));
    return table.toString();
  }

  /// Logs the table, and keeps it in a file.
  void publish(Path file) {
    LOG.log(System.Logger.Level.INFO, "from each door to each\n{0}", table());
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, table());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
