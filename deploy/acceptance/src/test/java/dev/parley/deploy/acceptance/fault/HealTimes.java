package dev.parley.deploy.acceptance.fault;

import dev.parley.deploy.acceptance.traffic.Traffic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// The table of what each fault cost.
final class HealTimes {

  private static final System.Logger LOG = System.getLogger(HealTimes.class.getName());
  private static final Path FILE = Path.of("target", "heal-times.md");
  private static final String HEAD =
      "| fault | flow back after, s | longest silence, s | stack healthy after, s | messages |"
          + " unresolved |\n| --- | --- | --- | --- | --- | --- |\n";

  private static final Map<String, String> ROWS = new TreeMap<>();

  private HealTimes() {}

  /// Adds a row, and writes the table anew.
  ///
  /// @param fault what was done
  /// @param flow until every conversation took messages again
  /// @param healthy until every process was healthy again
  /// @param traffic the traffic while it happened
  static synchronized void add(String fault, Duration flow, Duration healthy, Traffic traffic) {
    ROWS.put(
        fault,
        "| %s | %s | %s | %s | %d | %d |%n"
            .formatted(
                fault,
                seconds(flow),
                seconds(traffic.longestSilence()),
                seconds(healthy),
                traffic.acknowledged(),
                traffic.unresolved()));
    write(HEAD + String.join("", ROWS.values()));
  }

  private static void write(String table) {
    try {
      Files.writeString(FILE, table);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    LOG.log(System.Logger.Level.INFO, "heal times\n{0}", table);
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f", duration.toMillis() / 1000.0);
  }
}
