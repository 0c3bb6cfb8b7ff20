/// Which gateways live: found out in log time, from their beats and this service's own pulses.
///
/// In: the [dev.parley.presence.heartbeat.Sign]s of one poll, on the poll thread. Out: gateways
/// that are to end, for the `session` feature to close their sessions; later, from a job's thread,
/// the deletion of their topics.
///
/// ```
/// partition 3:  ♥g1  ♥g2  pulse  pulse  …  ♥g1  …  pulse      g2 silent for 15 s: it ends
///               ♥g1  ♥g2  pulse  ────── 20 s ─────  pulse      the log stood still: all begin anew
/// ```
///
/// Only timestamps of one partition are compared with each other, so neither a slow clock nor a
/// broker restart nor a pause of this service makes a gateway look dead. A beat or a pulse that
/// comes again changes nothing.
@NullMarked
package dev.parley.presence.heartbeat;

import org.jspecify.annotations.NullMarked;
