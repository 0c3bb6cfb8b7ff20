/// Edits, deletions, reactions and pins: changes to messages, which are entries themselves.
///
/// In: [dev.parley.contracts.conversation.MessageChange]s, in log order. Out: an entry for each,
/// and the state of its message. On the thread of the batches.
@NullMarked
package dev.parley.routing.change;

import org.jspecify.annotations.NullMarked;
