package dev.parley.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.cli.frame.Frames;
import dev.parley.cli.text.Neutral;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The way of a message as rows: where, when, and how long after the place before.
final class Way {
  private Way() {}

  static List<String> rows(JsonNode hops) {
    List<String> rows = new ArrayList<>();
    Instant before = null;
    for (JsonNode hop : hops) {
      Instant at = instant(Frames.text(hop, "at"));
      rows.add(row(Frames.text(hop, "hop"), at, before));
      before = at;
    }
    return rows;
  }

  private static String row(String hop, @Nullable Instant at, @Nullable Instant before) {
    String row = "%-10s %s".formatted(Neutral.line(hop), at == null ? "?" : at);
    // Clocks of two machines may differ.
    return at == null || before == null
        ? row
        : row + "  +" + Math.max(0, Duration.between(before, at).toMillis()) + " ms";
  }

  private static @Nullable Instant instant(String at) {
    try {
      return Instant.parse(at);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
