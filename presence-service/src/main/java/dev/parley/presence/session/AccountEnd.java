package dev.parley.presence.session;

import org.jspecify.annotations.Nullable;

/// Since when the logins of an account are void.
///
/// @param account handle, lower case
/// @param before logins of before are void, epoch milliseconds
/// @param keptSession id of the session that may go on, or `null` if none may
public record AccountEnd(String account, long before, @Nullable String keptSession) {

  /// {@return whether a session may not go on}
  ///
  /// @param session a session that has ended, or whose connection was lost
  boolean ends(Session session) {
    return session.openedAt() <= before && !session.id().equals(keptSession);
  }
}
