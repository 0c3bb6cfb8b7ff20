/// Posts: messages that become entries, who may write them, and what texts a conversation takes.
///
/// In: [dev.parley.contracts.conversation.Post]s, in log order. Out: an entry for each that was not
/// stored before, its acknowledgement, and the direct conversation that a first one makes. On the
/// thread of the batches.
@NullMarked
package dev.parley.routing.post;

import org.jspecify.annotations.NullMarked;
