package dev.parley.gateway.session;

import dev.parley.contracts.auth.Role;
import org.jspecify.annotations.Nullable;

/// Who is there, as auth-service has said.
///
/// @param account handle of the account
/// @param token id of the token with which a session can be resumed
/// @param authenticatedAt timestamp of the login's record, or `null` if a token has shown it
/// @param role what the account may do; a change of role ends its sessions
public record Identity(String account, String token, @Nullable Long authenticatedAt, Role role) {}
