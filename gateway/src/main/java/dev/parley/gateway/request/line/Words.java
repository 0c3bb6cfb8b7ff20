package dev.parley.gateway.request.line;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Takes a line apart, word by word, at blanks and tabs; what is left keeps them.
final class Words {
  private final String line;
  private int at;

  Words(String line) {
    this.line = line;
    skipBlanks();
  }

  /// {@return the next word, empty at the end}
  String next() {
    int from = at;
    while (at < line.length() && !isBlank(at)) {
      at++;
    }
    String word = line.substring(from, at);
    skipBlanks();
    return word;
  }

  /// {@return the next word, which is not taken}
  String peek() {
    int end = at;
    while (end < line.length() && !isBlank(end)) {
      end++;
    }
    return line.substring(at, end);
  }

  /// {@return all that is left, as it stands}
  String rest() {
    String rest = line.substring(at);
    at = line.length();
    return rest;
  }

  boolean isEmpty() {
    return at >= line.length();
  }

  private boolean isBlank(int index) {
    char c = line.charAt(index);
    return c == ' ' || c == '\t';
  }

  private void skipBlanks() {
    while (at < line.length() && isBlank(at)) {
      at++;
    }
  }

  /// {@return all that is left, word by word}
  List<String> all() {
    List<String> all = new ArrayList<>();
    while (!isEmpty()) {
      all.add(next());
    }
    return all;
  }

  /// {@return the next word as a whole number above 0, or `null` if it is none}
  @Nullable Long number() {
    return number(next());
  }

  /// {@return a whole number above 0, or `null` if it is none}
  static @Nullable Long number(String digits) {
    boolean sane =
        !digits.isEmpty() && digits.length() <= 18 && digits.chars().allMatch(Character::isDigit);
    return sane && Long.parseLong(digits) > 0 ? Long.valueOf(digits) : null;
  }
}
