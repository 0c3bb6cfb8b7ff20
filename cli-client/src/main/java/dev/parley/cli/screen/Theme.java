package dev.parley.cli.screen;

import org.jline.utils.AttributedStyle;

/// Styles; all of them plain where there are to be no colours.
final class Theme {

  private static final int[] NAMES = {
    AttributedStyle.GREEN,
    AttributedStyle.CYAN,
    AttributedStyle.MAGENTA,
    AttributedStyle.BLUE,
    AttributedStyle.YELLOW,
    AttributedStyle.RED,
    AttributedStyle.BRIGHT + AttributedStyle.GREEN,
    AttributedStyle.BRIGHT + AttributedStyle.CYAN,
    AttributedStyle.BRIGHT + AttributedStyle.MAGENTA,
    AttributedStyle.BRIGHT + AttributedStyle.BLUE,
  };

  private final boolean colored;

  Theme(boolean colored) {
    this.colored = colored;
  }

  AttributedStyle plain() {
    return AttributedStyle.DEFAULT;
  }

  AttributedStyle faint() {
    return colored ? AttributedStyle.DEFAULT.faint() : plain();
  }

  AttributedStyle bold() {
    return colored ? AttributedStyle.DEFAULT.bold() : plain();
  }

  AttributedStyle code() {
    return colored ? AttributedStyle.DEFAULT.foreground(AttributedStyle.YELLOW) : plain();
  }

  AttributedStyle mention() {
    return colored ? AttributedStyle.DEFAULT.bold().inverse() : plain();
  }

  AttributedStyle called() {
    return colored ? AttributedStyle.DEFAULT.bold().foreground(AttributedStyle.CYAN) : plain();
  }

  AttributedStyle good() {
    return colored ? AttributedStyle.DEFAULT.foreground(AttributedStyle.GREEN) : plain();
  }

  AttributedStyle bad() {
    return colored ? AttributedStyle.DEFAULT.bold().foreground(AttributedStyle.RED) : plain();
  }

  AttributedStyle bar() {
    return colored ? AttributedStyle.DEFAULT.inverse() : plain();
  }

  /// {@return the colour of a name: always the same one}
  AttributedStyle name(String handle) {
    if (!colored) {
      return plain();
    }
    int color = NAMES[Math.floorMod(handle.hashCode(), NAMES.length)];
    return AttributedStyle.DEFAULT.bold().foreground(color);
  }
}
