/// How every service reads Kafka: decode, hand a batch to the feature, commit.
///
/// In: Kafka records. Out: batches of decoded records, on the loop's own platform thread. What
/// cannot be read goes to `parley.deadletter`, and the partition goes on.
@NullMarked
package dev.parley.contracts.consumer;

import org.jspecify.annotations.NullMarked;
