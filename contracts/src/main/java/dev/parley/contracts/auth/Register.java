package dev.parley.contracts.auth;

import dev.parley.contracts.ReplyTo;

/// Asks for a new account. A repeated request with the same password is answered as the first.
///
/// @param account the wanted handle, lower case
/// @param password sealed by the gateway
/// @param session id of the connection that asks, part of the sealing
/// @param origin where it came from
/// @param replyTo where the answer goes
public record Register(
    String account, SealedPassword password, String session, Origin origin, ReplyTo replyTo)
    implements AuthRecord {}
