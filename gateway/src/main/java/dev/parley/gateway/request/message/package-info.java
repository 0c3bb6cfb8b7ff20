/// The verbs about messages: send, change, history, pinned, search, offline, block, unblock.
///
/// In: requests on the event loop. Out: replies on the event loop.
@NullMarked
package dev.parley.gateway.request.message;

import org.jspecify.annotations.NullMarked;
