package dev.parley.contracts.presence;

/// Tells whether the person of a session has turned away from its screen. Forgotten with the
/// session; one that is not open is not changed. Whoever is told hears it again each time.
///
/// @param account handle, lower case
/// @param session id of the session
/// @param gateway the gateway that holds it
/// @param away whether the person is away
public record SetAway(String account, String session, String gateway, boolean away)
    implements PresenceRecord {}
