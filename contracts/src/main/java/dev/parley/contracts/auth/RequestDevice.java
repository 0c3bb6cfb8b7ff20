package dev.parley.contracts.auth;

import dev.parley.contracts.ReplyTo;

/// Asks for a new device to wait until one of the account's devices links it. The newest three
/// wait; one that is linked waits no longer.
///
/// @param account handle, lower case
/// @param statement the new device's statement, base64url without padding
/// @param origin where it came from
/// @param replyTo where the answer goes
public record RequestDevice(String account, String statement, Origin origin, ReplyTo replyTo)
    implements AuthRecord {}
