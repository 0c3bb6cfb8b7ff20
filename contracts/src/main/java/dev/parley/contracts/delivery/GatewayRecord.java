package dev.parley.contracts.delivery;

/// A record on a gateway's own topic.
public sealed interface GatewayRecord permits Delivered, Subscribed, SessionTakenOver, Reply {}
