/// Requests to the services, and the replies that come back for them.
///
/// In: a record and who waits for its answer. Out: a future that completes on the asker's event
/// loop, at the latest when the deadline has passed.
@NullMarked
package dev.parley.gateway.exchange;

import org.jspecify.annotations.NullMarked;
