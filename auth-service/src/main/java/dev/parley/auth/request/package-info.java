/// Every request in, one answer out: which handler does what, and what happens when it cannot.
///
/// In: requests, in order for each account, each on a virtual thread of its own. Out: an
/// [dev.parley.auth.Outcome] for each. A request that comes again after a crash has the same
/// outcome: see each handler. A request whose handler needs the database or Kafka while they are
/// away is tried for two seconds and then refused as `unavailable`.
@NullMarked
package dev.parley.auth.request;

import org.jspecify.annotations.NullMarked;
