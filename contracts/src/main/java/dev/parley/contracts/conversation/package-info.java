/// What travels on `parley.conversations` (everything that may change a conversation, key:
/// conversation id) and `parley.ownership` (who serves a partition, key: partition).
///
/// The order of records of one conversation is the order of its log. Immutable values.
@NullMarked
package dev.parley.contracts.conversation;

import org.jspecify.annotations.NullMarked;
