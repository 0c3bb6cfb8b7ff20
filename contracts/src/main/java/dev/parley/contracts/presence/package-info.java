/// What travels on `parley.presence` (requests of the gateway, key: account) and
/// `parley.presence.events` (what every gateway hears from presence-service, key: account).
///
/// Immutable values, free of threads.
@NullMarked
package dev.parley.contracts.presence;

import org.jspecify.annotations.NullMarked;
