package dev.parley.routing.search;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/// Text as it is indexed and searched for: one form of each letter, without regard to case.
///
/// Cut here and not by the database, whose rules depend on its locale.
final class FoldedText {
  /// Longer words are cut: nobody types more, and what the index takes has a limit.
  static final int MAX_WORD = 64;

  private FoldedText() {}

  /// {@return the text in lower case and in Unicode's normal form C}
  static String fold(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }

  /// {@return the different words of a folded text: runs of letters and digits}
  static Set<String> words(String folded) {
    Set<String> words = new LinkedHashSet<>();
    int from = -1;
    for (int i = 0; i <= folded.length(); i += i < folded.length() ? step(folded, i) : 1) {
      boolean inWord = i < folded.length() && Character.isLetterOrDigit(folded.codePointAt(i));
      if (inWord && from < 0) {
        from = i;
      } else if (!inWord && from >= 0) {
        words.add(cut(folded.substring(from, i)));
        from = -1;
      }
    }
    return words;
  }

  /// {@return whether there is nothing but letters and digits in a folded text}
  static boolean isWord(String folded) {
    return !folded.isEmpty() && folded.codePoints().allMatch(Character::isLetterOrDigit);
  }

  /// {@return a word of at most [#MAX_WORD] characters}
  static String cut(String word) {
    return word.codePointCount(0, word.length()) <= MAX_WORD
        ? word
        : word.substring(0, word.offsetByCodePoints(0, MAX_WORD));
  }

  private static int step(String text, int at) {
    return Character.charCount(text.codePointAt(at));
  }
}
