package dev.parley.contracts.delivery;

/// Another login has taken the session's place: the gateway closes it with a notice.
///
/// @param account handle of its account
/// @param session id of the session
public record SessionTakenOver(String account, String session) implements GatewayRecord {}
