package dev.parley.routing.block;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.ReplyTo;
import dev.parley.contracts.audit.AuditAction;
import dev.parley.contracts.conversation.EntryKind;
import dev.parley.routing.conversation.Draft;
import dev.parley.routing.conversation.Needs;
import dev.parley.routing.conversation.Refusal;
import dev.parley.routing.conversation.Step;
import org.jspecify.annotations.Nullable;

/// One wish of an account about another: to block it, or to do so no longer.
///
/// @param conversation id of their direct conversation
/// @param account handle of whose wish it is
/// @param other handle of the other one
/// @param blocks the wish
/// @param replyTo who waits for the answer
record Blocking(
    String conversation, String account, String other, boolean blocks, @Nullable ReplyTo replyTo) {

  void needs(Needs needs) {
    needs.conversation(conversation);
    needs.account(other);
  }

  void apply(Step step) {
    Refusal refusal = refusal(step);
    if (refusal != null) {
      step.refuse(replyTo, refusal);
      return;
    }
    Draft direct = step.draft(conversation);
    if (direct.isBlocker(account) != blocks) {
      direct.setBlocker(account, blocks);
      cause(step);
    }
    step.done(replyTo);
  }

  /// The wish may have been taken back since; then the record that did so tells the inbox.
  void repeat(Step step) {
    if (refusal(step) != null || step.draft(conversation).isBlocker(account) != blocks) {
      step.refuse(replyTo, Refusal.unknownOutcome());
      return;
    }
    cause(step);
    step.done(replyTo);
  }

  private @Nullable Refusal refusal(Step step) {
    if (account.equals(other)) {
      return Refusal.badCommand("nobody blocks oneself");
    }
    if (!step.exists(other)) {
      return Refusal.noSuchUser(other);
    }
    return conversation.equals(ConversationId.direct(account, other))
        ? null
        : Refusal.badCommand("this conversation is not yours");
  }

  private void cause(Step step) {
    EntryKind told = blocks ? EntryKind.BLOCKED : EntryKind.UNBLOCKED;
    AuditAction action = blocks ? AuditAction.BLOCKED : AuditAction.UNBLOCKED;
    step.inform(account, told, account, other, 0);
    step.audit(0, action, account, conversation, other);
  }
}
