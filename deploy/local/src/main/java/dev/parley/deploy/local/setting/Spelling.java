package dev.parley.deploy.local.setting;

import java.util.stream.IntStream;

/// How far apart two words are written.
final class Spelling {

  private Spelling() {}

  /// {@return the fewest signs to add, drop or change that make one word the other (Levenshtein)}
  static int distance(String one, String other) {
    int[] above = IntStream.rangeClosed(0, other.length()).toArray();
    for (int row = 1; row <= one.length(); row++) {
      int[] current = new int[other.length() + 1];
      current[0] = row;
      for (int column = 1; column <= other.length(); column++) {
        int change = one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1;
        current[column] =
            Math.min(Math.min(above[column], current[column - 1]) + 1, above[column - 1] + change);
      }
      above = current;
    }
    return above[other.length()];
  }
}
