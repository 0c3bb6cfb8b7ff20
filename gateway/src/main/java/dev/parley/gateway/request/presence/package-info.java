/// The verbs about who is here: who else, who was here in the last hour, ping.
///
/// In: requests on the event loop. Out: replies on the event loop.
@NullMarked
package dev.parley.gateway.request.presence;

import org.jspecify.annotations.NullMarked;
