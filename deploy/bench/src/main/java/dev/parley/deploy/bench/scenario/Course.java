package dev.parley.deploy.bench.scenario;

import dev.parley.deploy.bench.line.StampedText;
import java.time.Duration;

/// How long a load runs, on how many threads of the tool.
///
/// @param warmUp time before it counts
/// @param length time in which it counts
/// @param settle longest wait afterwards for what is still on its way
/// @param textSize bytes of each text, 33 to 4,000
/// @param loops event loops of the tool, 1 to 64
public record Course(Duration warmUp, Duration length, Duration settle, int textSize, int loops) {

  /// Checks the bounds.
  public Course {
    if (!length.isPositive() || warmUp.isNegative() || settle.isNegative()) {
      throw new IllegalArgumentException("durations must be positive, got " + length);
    }
    if (textSize < StampedText.MIN_SIZE || textSize > StampedText.MAX_SIZE) {
      throw new IllegalArgumentException("text must have 33 to 4000 bytes, got " + textSize);
    }
    if (loops < 1 || loops > 64) {
      throw new IllegalArgumentException("loops must be 1 to 64, got " + loops);
    }
  }
}
