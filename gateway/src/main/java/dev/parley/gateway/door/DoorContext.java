package dev.parley.gateway.door;

import dev.parley.gateway.limit.ConnectionLimit;
import dev.parley.gateway.request.RequestPipelines;
import java.util.function.Supplier;

/// What all doors share.
///
/// @param config sizes and times
/// @param limit counts connections
/// @param pipelines makes the request pipeline of a connection
/// @param metrics counts
/// @param connectionIds gives an id that no other connection of any gateway has
public record DoorContext(
    DoorConfig config,
    ConnectionLimit limit,
    RequestPipelines pipelines,
    DoorMetrics metrics,
    Supplier<String> connectionIds) {}
