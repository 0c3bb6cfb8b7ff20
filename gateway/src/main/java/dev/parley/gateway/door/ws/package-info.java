/// The frame door: JSON over WebSocket, at `/ws` of the gateway's HTTP ports.
///
/// WebSockets Next upgrades, checks and reads; what is written goes to the connection's channel
/// itself (docs/decisions/0008). In: frames. Out: requests to the pipeline, frames to the channel.
/// On the event loops of the HTTP server.
@NullMarked
package dev.parley.gateway.door.ws;

import org.jspecify.annotations.NullMarked;
