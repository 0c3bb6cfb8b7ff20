package dev.parley.gateway.door;

import java.util.function.Supplier;

/// What every connection needs, whichever its door.
///
/// @param config sizes and times
/// @param metrics counts
/// @param ids gives an id that no other connection of any gateway has
/// @param files offers files to clients that send no tokens
public record ConnectionContext(
    DoorConfig config, DoorMetrics metrics, Supplier<String> ids, FileOffers files) {}
