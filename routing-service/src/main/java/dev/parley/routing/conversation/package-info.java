/// How a record changes a conversation.
///
/// In: records of `parley.conversations` in log order, and the committed [ConversationState]s. Each
/// is applied to [Draft]s by the [RecordHandler] of its kind; out come changed drafts and effects.
/// Everything runs on the thread of the batches and waits for nothing. Nothing of the clock or of
/// chance enters: the same log gives the same conversations again.
@NullMarked
package dev.parley.routing.conversation;

import org.jspecify.annotations.NullMarked;
