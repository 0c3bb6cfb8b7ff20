package dev.parley.cli.file;

import java.io.IOException;
import java.time.Duration;

/// How often something is tried again that the network broke: with growing pauses, and not for
/// ever.
final class Tries {
  private static final int MOST = 12;
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final Duration first;
  private int failures;

  /// @param first pause after the first failure
  Tries(Duration first) {
    this.first = first;
  }

  /// Notes that it went on: the count begins anew.
  void onProgress() {
    failures = 0;
  }

  /// Waits before the next try.
  ///
  /// @param failure what broke
  /// @throws IOException the failure, if it has broken too often
  void waitAfter(IOException failure) throws IOException {
    failures++;
    if (failures > MOST || Thread.currentThread().isInterrupted()) {
      throw failure;
    }
    long pause = Math.min(LONGEST.toMillis(), first.toMillis() << (failures - 1));
    try {
      Thread.sleep(pause);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw failure;
    }
  }
}
