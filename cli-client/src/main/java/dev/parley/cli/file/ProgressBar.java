package dev.parley.cli.file;

import java.util.function.Consumer;

/// Tells in lines how far a transfer is: at each quarter, so that it does not push the talk away.
public final class ProgressBar {
  private static final int WIDTH = 20;
  private static final int STEPS = 4;
  private static final long SMALL = 1_000_000;

  private final String name;
  private final Consumer<String> say;
  private long told;

  /// Tells nothing yet.
  ///
  /// @param name what is transferred
  /// @param say shows a line; on any thread
  public ProgressBar(String name, Consumer<String> say) {
    this.name = name;
    this.say = say;
  }

  /// Notes how far it is.
  ///
  /// @param done bytes transferred
  /// @param size bytes in all
  public void at(long done, long size) {
    long step = size == 0 ? STEPS : STEPS * done / size;
    if (step > told && step < STEPS && size >= SMALL) {
      told = step;
      say.accept(bar(done, size));
    }
  }

  private String bar(long done, long size) {
    int filled = (int) (WIDTH * done / size);
    return "%s [%s%s] %d %%"
        .formatted(name, "#".repeat(filled), "-".repeat(WIDTH - filled), 100 * done / size);
  }
}
