/// The line doors on Vert.x sockets, plain and TLS.
///
/// In: bytes. Out: lines to the request pipeline, bytes to the socket. On Vert.x event loops.
@NullMarked
package dev.parley.gateway.door.tcp;

import org.jspecify.annotations.NullMarked;
