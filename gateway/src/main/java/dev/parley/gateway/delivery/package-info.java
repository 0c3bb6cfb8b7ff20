/// From this gateway's topic to the waiting requests, subscriptions and sessions.
///
/// In: gateway records, presence events, ownership records. Out: one task for each event loop and
/// poll.
@NullMarked
package dev.parley.gateway.delivery;

import org.jspecify.annotations.NullMarked;
