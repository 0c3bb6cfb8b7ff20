package dev.parley.contracts.auth;

import dev.parley.contracts.ReplyTo;

/// Asks whether a token whose signature the gateway has verified is still good: a token older than
/// the account's last password change is not.
///
/// @param account the token's subject
/// @param tokenId the token's `jti`
/// @param issuedAt the token's `iat`, epoch seconds
/// @param replyTo where the answer goes
public record CheckToken(String account, String tokenId, long issuedAt, ReplyTo replyTo)
    implements AuthRecord {}
