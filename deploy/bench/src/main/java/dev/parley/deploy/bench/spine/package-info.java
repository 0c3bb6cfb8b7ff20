/// The spine: Parley's way of a message with nothing of a product in it. What it reaches is the
/// best that this design can reach on a machine, and the measure for what the product adds.
///
/// ```
/// line → bare door → spine.messages (6 partitions) → poll loop → one INSERT per poll
///                                                                     │ after the commit
/// line ← bare door ← spine.gateway (1 record per poll) ←──────────────┘
/// ```
///
/// It speaks just enough of the line protocol for the tool's scenarios to run on it unchanged. No
/// accounts, no passwords, no limits, no membership on disk, no index, no de-duplication; the seq
/// is a counter in memory. Door and router are JVMs of their own, broker and database the embedded
/// ones, with every commit on disk: all as in the product.
///
/// Threads: a [dev.parley.deploy.bench.spine.DoorLoop] belongs to one Vert.x event loop; the router
/// is one poll loop; the door's reader is one more.
@NullMarked
package dev.parley.deploy.bench.spine;

import org.jspecify.annotations.NullMarked;
