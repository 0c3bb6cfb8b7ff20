package dev.parley.contracts.presence;

import dev.parley.contracts.ReplyTo;
import org.jspecify.annotations.Nullable;

/// The session has ended. Closing one that is not open changes nothing and succeeds.
///
/// @param account handle, lower case
/// @param session id of the session
/// @param gateway the gateway that held it
/// @param reason why, for the audit trail: `logout`, `closed`, `lost`, `slow_reader`, `idle` …
/// @param replyTo who waits until it is closed, such as a `logout`; or `null` if nobody does
public record CloseSession(
    String account, String session, String gateway, String reason, @Nullable ReplyTo replyTo)
    implements PresenceRecord {}
