package dev.parley.contracts.delivery;

import org.jspecify.annotations.Nullable;

/// The session is over: the gateway closes it with a notice.
///
/// @param account handle of its account
/// @param session id of the session
/// @param reason what its account's change was, as in `EndSessions`; `null` if another login has
///   taken the session's place
public record SessionTakenOver(String account, String session, @Nullable String reason)
    implements GatewayRecord {
  /// Tells of another login.
  ///
  /// @param account handle of its account
  /// @param session id of the session
  public SessionTakenOver(String account, String session) {
    this(account, session, null);
  }
}
