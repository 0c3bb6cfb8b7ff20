package dev.parley.cli.text;

import java.util.Locale;

/// Numbers of bytes as people read them.
public final class Sizes {
  private static final String[] UNITS = {"B", "kB", "MB", "GB"};
  private static final double STEP = 1_000;

  private Sizes() {}

  /// {@return such as `1.2 MB`}
  ///
  /// @param bytes number of bytes
  public static String text(long bytes) {
    double value = bytes;
    int unit = 0;
    while (value >= STEP && unit < UNITS.length - 1) {
      value /= STEP;
      unit++;
    }
    String format = unit == 0 || value >= 10 ? "%.0f %s" : "%.1f %s";
    return String.format(Locale.ROOT, format, value, UNITS[unit]);
  }
}
