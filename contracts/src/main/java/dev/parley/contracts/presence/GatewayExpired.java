package dev.parley.contracts.presence;

/// The gateway has stopped or was silent for too long: its sessions are closed and its topic is
/// about to be deleted. A gateway that reads this of itself must start anew under another id.
///
/// @param gateway id of the gateway
public record GatewayExpired(String gateway) implements PresenceEvent {}
