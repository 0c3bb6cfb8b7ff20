/// One WebSocket at a time, and the next one when it is lost.
///
/// [dev.parley.cli.connection.Link] runs on one thread, the loop: whatever it tells its listener
/// arrives there, in order. Requests may be asked on the loop only.
@NullMarked
package dev.parley.cli.connection;

import org.jspecify.annotations.NullMarked;
