package dev.parley.contracts.presence;

/// The session has ended. Closing one that is not open changes nothing.
///
/// @param account handle, lower case
/// @param session id of the session
/// @param gateway the gateway that held it
/// @param reason why, for the audit trail: `logout`, `closed`, `lost`, `slow_reader`, `idle` …
public record CloseSession(String account, String session, String gateway, String reason)
    implements PresenceRecord {}
