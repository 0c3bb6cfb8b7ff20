package dev.parley.contracts.presence;

import dev.parley.contracts.ReplyTo;

/// Asks to go on with the session of a token on another connection. A connection that the session
/// still has elsewhere is closed.
///
/// Refused with `bad_credentials` if the session was logged out or taken over by another login, or
/// if there is none of that token; with `already_logged_in` if the account has another session now.
///
/// @param account handle, lower case, as the token says
/// @param session id of the session from here on, unique
/// @param gateway the gateway that holds the connection
/// @param door the door's name
/// @param address network address of the client, without port
/// @param token id of the token, as in [OpenSession]
/// @param replyTo where the answer goes
public record ResumeSession(
    String account,
    String session,
    String gateway,
    String door,
    String address,
    String token,
    ReplyTo replyTo)
    implements PresenceRecord {}
