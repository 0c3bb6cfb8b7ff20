package dev.parley.contracts.presence;

/// The gateway has stopped in order; its sessions end now. Written to every partition.
///
/// @param gateway id of the gateway
public record GatewayStopped(String gateway) implements PresenceRecord {}
