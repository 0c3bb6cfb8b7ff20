package dev.parley.contracts.presence;

import dev.parley.contracts.ReplyTo;
import org.jspecify.annotations.Nullable;

/// Asks for a session after a login. Repeated for a session that is open it succeeds again.
///
/// @param account handle, lower case
/// @param session id of the session, unique
/// @param gateway the gateway that holds the connection
/// @param door the door's name
/// @param address network address of the client, without port
/// @param takeover whether an older session is closed instead of this one being refused
/// @param token id of the token with which the session can be resumed, or `null` if none was given
/// @param authenticatedAt timestamp of the login's record on `parley.auth`, epoch milliseconds;
///   `null` in old records
/// @param replyTo where the answer goes
public record OpenSession(
    String account,
    String session,
    String gateway,
    String door,
    String address,
    boolean takeover,
    @Nullable String token,
    @Nullable Long authenticatedAt,
    ReplyTo replyTo)
    implements PresenceRecord {}
