package dev.parley.routing.change;

import dev.parley.contracts.MessageText;
import dev.parley.contracts.conversation.EntryKind;
import dev.parley.contracts.conversation.React;
import dev.parley.routing.conversation.MessageDraft;
import dev.parley.routing.conversation.Refusal;
import dev.parley.routing.conversation.Step;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// Lets accounts react to messages, and take that back.
@Singleton
public final class ReactHandler extends ChangeHandler<React> {
  private final ReactionConfig config;

  /// Prepares the handler.
  ///
  /// @param config how many reactions a message holds
  public ReactHandler(ReactionConfig config) {
    this.config = config;
  }

  @Override
  public Class<React> kind() {
    return React.class;
  }

  @Override
  EntryKind entryKind(React react) {
    return react.remove() ? EntryKind.UNREACTED : EntryKind.REACTED;
  }

  @Override
  String text(React react) {
    return MessageText.clean(react.reaction());
  }

  @Override
  boolean isSo(React react, MessageDraft message) {
    return message.hasReaction(react.by(), text(react)) != react.remove();
  }

  @Override
  boolean isWithdrawal(React react) {
    return react.remove();
  }

  @Override
  @Nullable Refusal refusal(React react, MessageDraft message, Step step) {
    String reaction = text(react);
    if (reaction.isEmpty() || reaction.chars().anyMatch(Character::isWhitespace)) {
      return Refusal.badCommand("a reaction is an emoji or a :name:, without blanks");
    }
    boolean isNew = !react.remove() && !isSo(react, message);
    if (isNew && !message.hasReaction(reaction) && message.reactionKinds() >= config.maxKinds()) {
      return Refusal.badCommand(
          "a message holds at most %d different reactions".formatted(config.maxKinds()));
    }
    return isNew && message.reactionCount() >= config.maxPerMessage()
        ? Refusal.badCommand(
            "a message holds at most %d reactions".formatted(config.maxPerMessage()))
        : null;
  }
}
