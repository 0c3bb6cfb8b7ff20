/// Which gateways want which conversations, and who gets what of a batch.
///
/// In: `Subscribe` and `Unsubscribe` at their point of the log, and the effects of a committed
/// batch. Out: answers and deliveries, sorted by gateway. On the thread of the batches.
@NullMarked
package dev.parley.routing.subscription;

import org.jspecify.annotations.NullMarked;
