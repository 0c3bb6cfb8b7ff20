package dev.parley.routing.conversation;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.Handles;
import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.conversation.Inform;
import jakarta.inject.Singleton;

/// Appends to inboxes what owners of conversations ask for; a repeated record is stored once. The
/// first entry makes the inbox.
@Singleton
public final class InformHandler implements RecordHandler<Inform> {

  /// Prepares the handler.
  public InformHandler() {}

  @Override
  public Class<Inform> kind() {
    return Inform.class;
  }

  @Override
  public void needs(Inform inform, Needs needs) {
    needs.conversation(inform.conversation());
    needs.entry(key(inform));
  }

  @Override
  public void apply(Inform inform, Step step) {
    if (step.stored().find(key(inform)) != null) {
      return;
    }
    String owner = owner(inform);
    Draft inbox = step.draft(inform.conversation());
    if (!inbox.exists()) {
      inbox.create(ConversationKind.INBOX, step.cause().at());
      inbox.addMember(owner, 0);
    }
    step.append(inbox, inform.kind(), key(inform), inform.subject(), null);
  }

  @Override
  public void repeat(Inform inform, Step step) {
    Entry known = step.stored().find(key(inform));
    if (known != null) {
      step.deliverAgain(inform.conversation(), known);
    }
  }

  private static EntryKey key(Inform inform) {
    return new EntryKey(inform.conversation(), inform.author(), inform.clientMessageId());
  }

  private static String owner(Inform inform) {
    String owner = ConversationId.inboxOwner(inform.conversation());
    if (!Handles.isHandle(owner)) {
      throw new IllegalArgumentException("an inbox is a handle's, got " + inform.conversation());
    }
    return owner;
  }
}
