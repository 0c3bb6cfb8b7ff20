package dev.parley.contracts.auth;

import dev.parley.contracts.ReplyTo;

/// Asks whether a password is right; the answer carries a token.
///
/// @param account handle, lower case
/// @param password sealed by the gateway
/// @param session id of the connection that asks, part of the sealing
/// @param origin where it came from
/// @param replyTo where the answer goes
public record Login(
    String account, SealedPassword password, String session, Origin origin, ReplyTo replyTo)
    implements AuthRecord {}
