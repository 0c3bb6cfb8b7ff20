package dev.parley.cli.text;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Words that call somebody: `@bob`, `@all`, `@here`; not inside a word, an address or code.
public final class Mentions {

  /// Finds a call; group 1 is the name.
  public static final Pattern CALL =
      Pattern.compile("(?<![\\w.@/-])@([a-zA-Z][a-zA-Z0-9_.-]*[a-zA-Z0-9_])");

  private static final Pattern CODE = Pattern.compile("```.*?(?:```|$)|`[^`\n]*`", Pattern.DOTALL);

  private Mentions() {}

  /// {@return whether a text calls somebody}
  ///
  /// @param text a message
  /// @param me the handle that may be called
  public static boolean call(String text, String me) {
    return call(text, me, true);
  }

  /// {@return whether a text calls somebody: `@here` calls only those who are there when it comes}
  ///
  /// @param text a message
  /// @param me the handle that may be called
  /// @param isHere whether that account is there
  public static boolean call(String text, String me, boolean isHere) {
    Matcher calls = CALL.matcher(CODE.matcher(text).replaceAll(" "));
    while (calls.find()) {
      boolean reached = isHere || !calls.group(1).equalsIgnoreCase("here");
      if (reached && isCallTo(calls.group(1), me)) {
        return true;
      }
    }
    return false;
  }

  /// {@return whether a name after `@` means somebody}
  ///
  /// @param name what follows the sign
  /// @param me the handle that may be meant
  public static boolean isCallTo(String name, String me) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.equals(me) || lower.equals("all") || lower.equals("here");
  }
}
