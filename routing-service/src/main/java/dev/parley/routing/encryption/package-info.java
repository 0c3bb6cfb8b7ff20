/// Whether a direct conversation takes sealed texts only; said by an entry of its log.
///
/// In: [dev.parley.contracts.conversation.SetEncryption], in log order. Out: an entry, and the
/// state of the conversation. What is sealed is not looked into. On the thread of the batches.
@NullMarked
package dev.parley.routing.encryption;

import org.jspecify.annotations.NullMarked;
