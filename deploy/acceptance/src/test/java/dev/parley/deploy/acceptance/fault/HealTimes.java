package dev.parley.deploy.acceptance.fault;

import dev.parley.deploy.acceptance.traffic.Traffic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// The table of what each fault cost.
final class HealTimes {

  private static final System.Logger LOG = System.getLogger(HealTimes.class.getName());

  /// A run against a stack that runs already says what to call it.
  private static final Path FILE =
      Path.of("target", System.getProperty("parley.stack.name", "heal-times") + ".md");

  private static final String HEAD =
      "| fault | flow back after, s | longest silence so far, s | stack healthy after, s | messages"
          + " | unresolved |\n"
          + "| --- | --- | --- | --- | --- | --- |\n";

  private static final Map<String, String> ROWS = new LinkedHashMap<>();

  private HealTimes() {}

  /// Adds a row, and writes the table anew.
  ///
  /// @param fault what was done
  /// @param flow until every conversation took messages again
  /// @param healthy until every process was healthy again
  /// @param traffic the traffic while it happened
  static void add(String fault, Duration flow, Duration healthy, Traffic traffic) {
    add(fault, flow, seconds(healthy), traffic);
  }

  /// Adds a row for a fault that leaves the stack as it is.
  ///
  /// @param fault what was done
  /// @param flow until every conversation took messages again
  /// @param traffic the traffic while it happened
  static void add(String fault, Duration flow, Traffic traffic) {
    add(fault, flow, "-", traffic);
  }

  private static synchronized void add(
      String fault, Duration flow, String healthy, Traffic traffic) {
    String row =
        "| %s | %s | %s | %s | %d | %d |\n"
            .formatted(
                fault,
                seconds(flow),
                seconds(traffic.longestSilence()),
                healthy,
                traffic.acknowledged(),
                traffic.unresolved());
    ROWS.put(fault, row);
    write(HEAD + String.join("", ROWS.values()));
    LOG.log(System.Logger.Level.INFO, "healed: {0}", row.strip());
  }

  private static void write(String table) {
    try {
      Files.writeString(FILE, table);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f", duration.toMillis() / 1000.0);
  }
}
