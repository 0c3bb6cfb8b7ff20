package dev.parley.cli.screen;

import java.util.List;
import org.jline.utils.AttributedString;

/// What a view prints on. What is printed is neutral already; called on the loop.
interface Surface {

  /// Prints a line above what is being typed.
  void print(AttributedString line);

  /// Replaces the lines below what is being typed.
  void status(List<AttributedString> lines);

  /// Replaces what stands before the line that is typed, where lines are typed.
  default void prompt(String text) {}

  /// Replaces what is being typed, where lines are typed.
  ///
  /// @return what was there
  default String swapInput(String text) {
    return "";
  }

  /// Rings.
  void bell();

  /// {@return columns of the screen}
  int width();

  /// {@return rows of the screen}
  int height();
}
