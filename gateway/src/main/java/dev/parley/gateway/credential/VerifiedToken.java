package dev.parley.gateway.credential;

/// A token that auth-service has signed and that is still good.
///
/// @param account handle of the account that it was given to
/// @param id the token's id, see [TokenId]
public record VerifiedToken(String account, String id) {}
