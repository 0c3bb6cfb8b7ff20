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
    return callTo(named(account) + "|all|here");
  }

  /// {@return the same for what calls an account that was not there}
  ///
  /// `@here` calls those who are there when it is written: whoever is told of it later is not
  /// meant.
  ///
  /// @param account handle
  public static String patternForAbsent(String account) {
    return callTo(named(account) + "|all");
  }

  private static String named(String account) {
    return account.replace(".", "\\.");
  }

  private static String callTo(String names) {
    return "(^|[^a-z0-9_.@-])@(" + names + ")(?![a-z0-9_-]|\\.[a-z0-9_])";
  }
}
