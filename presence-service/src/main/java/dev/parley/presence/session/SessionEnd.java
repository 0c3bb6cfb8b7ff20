package dev.parley.presence.session;

import java.util.Set;

/// How a session ended.
///
/// @param at when, epoch milliseconds
/// @param reason why, as the audit trail shows it; the gateway's own word, or one of this record's
public record SessionEnd(long at, String reason) {

  /// Another login of the account took its place.
  public static final String TAKEN_OVER = "taken_over";

  /// It went on over another connection.
  public static final String RESUMED = "resumed";

  /// Its account logged out.
  public static final String LOGOUT = "logout";

  /// What ended its account's logins, as auth-service names it.
  public static final Set<String> ACCOUNT_CHANGES =
      Set.of("password_changed", "disabled", "enabled", "password_reset", "role_changed");

  /// Its gateway was silent for too long.
  public static final String GATEWAY_LOST = "gateway_lost";

  /// Its gateway stopped in order.
  public static final String GATEWAY_STOPPED = "stopped";

  /// {@return whether the session may go on with its token: its connection ended, and nobody meant
  /// to end more than that}
  boolean isResumable() {
    return !reason.equals(LOGOUT)
        && !reason.equals(TAKEN_OVER)
        && !reason.equals(RESUMED)
        && !ACCOUNT_CHANGES.contains(reason);
  }
}
