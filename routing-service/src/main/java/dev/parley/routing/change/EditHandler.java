package dev.parley.routing.change;

import dev.parley.contracts.MessageText;
import dev.parley.contracts.audit.AuditAction;
import dev.parley.contracts.conversation.EditMessage;
import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.conversation.EntryKind;
import dev.parley.routing.conversation.MessageDraft;
import dev.parley.routing.conversation.Refusal;
import dev.parley.routing.conversation.Step;
import dev.parley.routing.post.SealRule;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// Lets a message say something else.
@Singleton
public final class EditHandler extends ChangeHandler<EditMessage> {
  private final AuthorRules rules;

  /// Prepares the handler.
  ///
  /// @param rules who may edit, and for how long
  public EditHandler(AuthorRules rules) {
    this.rules = rules;
  }

  @Override
  public Class<EditMessage> kind() {
    return EditMessage.class;
  }

  @Override
  EntryKind entryKind(EditMessage edit) {
    return EntryKind.EDITED;
  }

  @Override
  String text(EditMessage edit) {
    return MessageText.clean(edit.text());
  }

  @Override
  @Nullable Refusal refusal(EditMessage edit, MessageDraft message, Step step) {
    String text = text(edit);
    if (text.isEmpty()) {
      return Refusal.badCommand("the message is empty");
    }
    Refusal refusal = SealRule.check(text, step.draft(edit.conversation()));
    return refusal != null ? refusal : rules.check(edit, message, step);
  }

  @Override
  void cause(EditMessage edit, Entry entry, Step step) {
    AuthorRules.audit(AuditAction.MESSAGE_EDITED, edit, step);
  }
}
