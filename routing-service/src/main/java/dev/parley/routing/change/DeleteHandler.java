package dev.parley.routing.change;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.audit.AuditAction;
import dev.parley.contracts.auth.Role;
import dev.parley.contracts.conversation.DeleteMessage;
import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.conversation.EntryKind;
import dev.parley.contracts.file.FileWithdrawn;
import dev.parley.routing.conversation.Draft;
import dev.parley.routing.conversation.EntryKey;
import dev.parley.routing.conversation.MessageDraft;
import dev.parley.routing.conversation.Muting;
import dev.parley.routing.conversation.Refusal;
import dev.parley.routing.conversation.Step;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// Withdraws messages: their authors do for a while, moderators in their groups at any time,
/// administrators in every group. With them go their texts, their reactions and their pin.
@Singleton
public final class DeleteHandler extends ChangeHandler<DeleteMessage> {
  private final AuthorRules rules;

  /// Prepares the handler.
  ///
  /// @param rules who may withdraw, and for how long
  public DeleteHandler(AuthorRules rules) {
    this.rules = rules;
  }

  @Override
  public Class<DeleteMessage> kind() {
    return DeleteMessage.class;
  }

  @Override
  EntryKind entryKind(DeleteMessage delete) {
    return EntryKind.DELETED;
  }

  @Override
  @Nullable String text(DeleteMessage delete) {
    return null;
  }

  /// In a conversation of two nobody moderates.
  @Override
  boolean isFromAbove(DeleteMessage delete, Draft draft) {
    return delete.role() == Role.ADMIN
        && ConversationId.isGroup(delete.conversation())
        && draft.exists();
  }

  @Override
  boolean isWithdrawal(DeleteMessage delete) {
    return true;
  }

  @Override
  @Nullable Refusal refusal(DeleteMessage delete, MessageDraft message, Step step) {
    Draft draft = step.draft(delete.conversation());
    if (isFromAbove(delete, draft)) {
      return null;
    }
    Refusal refusal = rules.check(delete, message, step);
    return refusal != null && moderates(delete) ? Muting.check(delete.by(), draft, step) : refusal;
  }

  /// Whoever is not a member was refused before.
  private static boolean moderates(DeleteMessage delete) {
    return delete.role() == Role.MODERATOR && ConversationId.isGroup(delete.conversation());
  }

  @Override
  Entry append(DeleteMessage delete, Draft draft, EntryKey key, MessageDraft message, Step step) {
    return step.withdraw(draft, key, message);
  }

  @Override
  void cause(DeleteMessage delete, Entry entry, Step step) {
    String file = entry.subject();
    if (file != null) {
      step.effects().withdraw(new FileWithdrawn(file, delete.conversation()));
    }
    AuthorRules.audit(AuditAction.MESSAGE_DELETED, delete, step);
  }
}
