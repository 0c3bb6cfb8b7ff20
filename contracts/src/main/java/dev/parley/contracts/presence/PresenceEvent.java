package dev.parley.contracts.presence;

/// What every gateway hears on `parley.presence.events`; routing-service listens for
/// [GatewayExpired] there, to stop writing to a gateway that is gone.
public sealed interface PresenceEvent permits Came, Went, AwayChanged, Typing, GatewayExpired {}
