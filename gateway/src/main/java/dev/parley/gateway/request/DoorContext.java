package dev.parley.gateway.request;

import dev.parley.gateway.door.ConnectionContext;
import dev.parley.gateway.door.DoorConfig;
import dev.parley.gateway.limit.ConnectionLimit;

/// What every door needs to let clients in and to take what they ask.
///
/// @param connections what each connection needs
/// @param limit counts connections
/// @param pipelines makes the request pipeline of a connection
public record DoorContext(
    ConnectionContext connections, ConnectionLimit limit, RequestPipelines pipelines) {

  /// {@return sizes and times}
  public DoorConfig config() {
    return connections.config();
  }
}
