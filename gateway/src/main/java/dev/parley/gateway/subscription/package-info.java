/// This gateway's interest in conversations, each with the position it has reached.
///
/// In: subscribed and delivered records, changes of ownership. Out: chunks of entries to
/// subscribers, in order and without a hole; subscribe records. Entries come on the delivery
/// thread, subscribers are called on their event loops.
@NullMarked
package dev.parley.gateway.subscription;

import org.jspecify.annotations.NullMarked;
