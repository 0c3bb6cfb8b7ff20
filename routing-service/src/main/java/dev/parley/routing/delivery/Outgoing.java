package dev.parley.routing.delivery;

import dev.parley.contracts.delivery.GatewayRecord;

/// A record and the gateway it goes to.
///
/// @param gateway id of the gateway
/// @param record what it is told
public record Outgoing(String gateway, GatewayRecord record) {}
