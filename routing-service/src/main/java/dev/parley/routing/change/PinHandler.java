package dev.parley.routing.change;

import dev.parley.contracts.conversation.EntryKind;
import dev.parley.contracts.conversation.Pin;
import dev.parley.routing.conversation.MessageDraft;
import dev.parley.routing.conversation.Refusal;
import dev.parley.routing.conversation.Step;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// Pins messages and takes pins off; whoever may post may do both.
@Singleton
public final class PinHandler extends ChangeHandler<Pin> {

  /// Prepares the handler.
  public PinHandler() {}

  @Override
  public Class<Pin> kind() {
    return Pin.class;
  }

  @Override
  EntryKind entryKind(Pin pin) {
    return pin.remove() ? EntryKind.UNPINNED : EntryKind.PINNED;
  }

  @Override
  @Nullable String text(Pin pin) {
    return null;
  }

  @Override
  boolean isSo(Pin pin, MessageDraft message) {
    return message.isPinned() != pin.remove();
  }

  @Override
  @Nullable Refusal refusal(Pin pin, MessageDraft message, Step step) {
    return null;
  }
}
