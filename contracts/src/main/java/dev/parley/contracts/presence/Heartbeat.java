package dev.parley.contracts.presence;

/// The gateway lives; written to every partition every few seconds.
///
/// @param gateway id of the gateway
public record Heartbeat(String gateway) implements PresenceRecord {}
