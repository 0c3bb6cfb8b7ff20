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
import dev.parley.routing.conversation.Refusal;
import dev.parley.routing.conversation.Step;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// Withdraws messages: their authors do for a while, moderators in groups at any time. With them go
/// their texts, their reactions and their pin.
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

  @Override
  @Nullable Refusal refusal(DeleteMessage delete, MessageDraft message, Step step) {
    return moderates(delete) ? null : rules.check(delete, message, step);
  }

  /// Whoever is not a member was refused before; in a conversation of two nobody moderates.
  private static boolean moderates(DeleteMessage delete) {
    return delete.role() != null
        && delete.role() != Role.MEMBER
        && ConversationId.isGroup(delete.conversation());
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
