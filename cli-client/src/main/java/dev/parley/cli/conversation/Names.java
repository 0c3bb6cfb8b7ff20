package dev.parley.cli.conversation;

import java.util.Locale;
import java.util.Optional;

/// How conversations are addressed: `@bob` and `#name`.
public final class Names {

  /// The conversation of everyone.
  public static final String LOBBY = "#lobby";

  private Names() {}

  /// {@return how its reader addresses a conversation: `@bob` for `@alice+bob`}
  ///
  /// @param conversation as the server spells it
  /// @param me the reader
  public static String canonical(String conversation, String me) {
    if (!isDirect(conversation)) {
      return conversation;
    }
    String[] handles = conversation.substring(1).split("\\+", 2);
    return "@" + (handles.length == 2 && handles[0].equals(me) ? handles[1] : handles[0]);
  }

  /// {@return whether a conversation is one of two people}
  ///
  /// @param conversation in either spelling
  public static boolean isDirect(String conversation) {
    return conversation.startsWith("@");
  }

  /// {@return the handle or the name of the group, without its sign}
  ///
  /// @param conversation as its reader addresses it
  public static String bare(String conversation) {
    return conversation.substring(1);
  }

  /// {@return the conversation that a word means: `#name`, `@bob`, or `bob` for `@bob`}
  ///
  /// @param word what a person typed
  public static Optional<String> target(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (lower.startsWith("#") || lower.startsWith("@")) {
      return lower.length() > 1 ? Optional.of(lower) : Optional.empty();
    }
    return lower.isEmpty() ? Optional.empty() : Optional.of("@" + lower);
  }
}
