package dev.parley.gateway.credential;

import dev.parley.contracts.auth.Role;

/// A token that auth-service has signed and that is still good.
///
/// @param account handle of the account that it was given to
/// @param id the token's id, see [TokenId]
/// @param issuedAt claim `iat`, epoch seconds
/// @param role claim `role`: what the account might do when the token was signed; a change of role
///   ends its tokens
/// @param console whether it is not an account's, but the server's own console's
public record VerifiedToken(String account, String id, long issuedAt, Role role, boolean console) {}
