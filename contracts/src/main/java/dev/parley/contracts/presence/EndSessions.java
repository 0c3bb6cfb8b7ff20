package dev.parley.contracts.presence;

import org.jspecify.annotations.Nullable;

/// What the sessions of an account rest on is gone: its password was changed, its role was, or it
/// was closed. All that are open end, and none that began before goes on. Written by auth-service.
/// A repeated record changes nothing.
///
/// @param account handle, lower case
/// @param before logins of before this moment are void, epoch milliseconds on `parley.auth`
/// @param reason why, such as `password_changed`
/// @param keptSession id of the session that goes on, or `null` if none does
public record EndSessions(String account, long before, String reason, @Nullable String keptSession)
    implements PresenceRecord {}
