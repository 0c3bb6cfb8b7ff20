package dev.parley.contracts.auth;

import dev.parley.contracts.ReplyTo;

/// Asks for another password; a wrong old one counts as a failed login.
///
/// @param account handle, lower case
/// @param oldPassword the present password, sealed
/// @param newPassword the wanted password, sealed
/// @param session id of the session that asks, part of both sealings; it alone goes on after that
/// @param origin where it came from
/// @param replyTo where the answer goes
public record ChangePassword(
    String account,
    SealedPassword oldPassword,
    SealedPassword newPassword,
    String session,
    Origin origin,
    ReplyTo replyTo)
    implements AuthRecord {}
