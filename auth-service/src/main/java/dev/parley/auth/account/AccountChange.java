package dev.parley.auth.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The last change that put an end to what was logged in before it: tokens and sessions.
///
/// @param at timestamp of the record that asked for it
/// @param reason why the sessions end, as their people and the audit trail are told
/// @param keptSession id of the one session that goes on, that of the owner who changed the
///   password; `null` if none does
public record AccountChange(Instant at, String reason, @Nullable String keptSession) {
  /// The owner changed the password.
  public static final String PASSWORD_CHANGED = "password_changed";

  /// An administrator closed the account.
  public static final String DISABLED = "disabled";

  /// An administrator opened the account again.
  public static final String ENABLED = "enabled";

  /// An administrator gave the account another password.
  public static final String PASSWORD_RESET = "password_reset";

  /// An administrator gave the account another role.
  public static final String ROLE_CHANGED = "role_changed";
}
