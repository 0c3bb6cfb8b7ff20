/// Which partitions this instance owns, and the fence that keeps two owners apart.
///
/// In: assignments of the consumer group. Out: announcements on `parley.ownership`, and a
/// [Partition] with its fence for each batch. On the thread of the batches.
@NullMarked
package dev.parley.routing.ownership;

import org.jspecify.annotations.NullMarked;
