package dev.parley.deploy.bench.scenario;

import dev.parley.deploy.bench.line.StampedText;
import java.time.Duration;

/// How long a load runs, on how many threads of the tool.
///
/// @param warmUp time before it counts, up to an hour
/// @param length time in which it counts, up to an hour
/// @param settle longest wait afterwards for what is still on its way, up to an hour
/// @param textSize bytes of each text, 33 to 4,000
/// @param loops event loops of the tool, 1 to 64
public record Course(Duration warmUp, Duration length, Duration settle, int textSize, int loops) {

  private static final Duration LONGEST = Duration.ofHours(1);

  /// Checks the bounds.
  public Course {
    requireWithin("measured time", length, Duration.ofMillis(1));
    requireWithin("warm-up", warmUp, Duration.ZERO);
    requireWithin("settling time", settle, Duration.ZERO);
    if (textSize < StampedText.MIN_SIZE || textSize > StampedText.MAX_SIZE) {
      throw new IllegalArgumentException("text must have 33 to 4000 bytes, got " + textSize);
    }
    if (loops < 1 || loops > 64) {
      throw new IllegalArgumentException("loops must be 1 to 64, got " + loops);
    }
  }

  private static void requireWithin(String name, Duration value, Duration least) {
    if (value.compareTo(least) < 0 || value.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "%s must be %s to %s, got %s".formatted(name, least, LONGEST, value));
    }
  }
}
