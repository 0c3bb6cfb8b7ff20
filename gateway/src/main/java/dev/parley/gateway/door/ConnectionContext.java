package dev.parley.gateway.door;

import java.util.function.Supplier;

/// What every connection needs, whichever its door.
///
/// @param config sizes and times
/// @param metrics counts
/// @param ids gives an id that no other connection of any gateway has
public record ConnectionContext(DoorConfig config, DoorMetrics metrics, Supplier<String> ids) {}
