package dev.parley.contracts.auth;

import java.util.Locale;

/// What an account may do beside what every account may.
public enum Role {
  /// Nothing beside.
  MEMBER,
  /// Moderates the groups that it is a member of.
  MODERATOR,
  /// Moderates every group, and administers accounts.
  ADMIN;

  private final String wireName = name().toLowerCase(Locale.ROOT);

  /// {@return the role as people and tokens spell it, such as `moderator`}
  public String wireName() {
    return wireName;
  }
}
