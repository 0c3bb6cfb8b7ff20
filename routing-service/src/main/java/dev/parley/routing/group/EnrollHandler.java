package dev.parley.routing.group;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.conversation.Enroll;
import dev.parley.routing.conversation.Needs;
import dev.parley.routing.conversation.RecordHandler;
import dev.parley.routing.conversation.Refusal;
import dev.parley.routing.conversation.Step;
import jakarta.inject.Singleton;

/// Gives accounts their place in the lobby. Makes no entry; repeated, it changes nothing.
@Singleton
public final class EnrollHandler implements RecordHandler<Enroll> {

  /// Prepares the handler.
  public EnrollHandler() {}

  @Override
  public Class<Enroll> kind() {
    return Enroll.class;
  }

  @Override
  public void needs(Enroll record, Needs needs) {
    needs.conversation(ConversationId.LOBBY);
    needs.account(record.account());
  }

  @Override
  public void apply(Enroll record, Step step) {
    if (!step.exists(record.account())) {
      step.refuse(record.replyTo(), Refusal.noSuchUser(record.account()));
      return;
    }
    step.draft(ConversationId.LOBBY).enroll(record.account());
    step.done(record.replyTo());
  }

  @Override
  public void repeat(Enroll record, Step step) {
    if (step.exists(record.account())) {
      step.done(record.replyTo());
    } else {
      step.refuse(record.replyTo(), Refusal.noSuchUser(record.account()));
    }
  }
}
