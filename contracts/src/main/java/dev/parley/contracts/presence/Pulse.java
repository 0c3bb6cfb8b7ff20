package dev.parley.contracts.presence;

/// presence-service's own beat through its log; written to every partition.
///
/// The silence of a gateway is measured against pulses of the same partition, so a log that stands
/// still (a broker restart, a paused service) makes no gateway look dead.
///
/// @param instance id of the presence-service instance
public record Pulse(String instance) implements PresenceRecord {}
