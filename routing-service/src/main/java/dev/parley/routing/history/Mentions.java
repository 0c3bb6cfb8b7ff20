package dev.parley.routing.history;

/// Messages that call an account: `@name`, `@all`, `@here`.
public final class Mentions {
  private Mentions() {}

  /// {@return a regular expression, as PostgreSQL and Java read it, that finds what calls an
  /// account}
  ///
  /// A name ends where no handle goes on, so a full stop behind it belongs to the sentence. It is
  /// to be matched without regard to case.
  ///
  /// @param account handle
  public static String pattern(String account) {
    String name = account.replace(".", "\\.");
    return "(^|[^a-z0-9_.@-])@(" + name + "|all|here)(?![a-z0-9_-]|\\.[a-z0-9_])";
  }
}
