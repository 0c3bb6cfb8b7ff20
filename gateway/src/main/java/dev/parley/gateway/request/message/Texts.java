package dev.parley.gateway.request.message;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.MessageText;
import dev.parley.contracts.SealedText;
import dev.parley.contracts.conversation.React;
import dev.parley.gateway.exchange.RequestFailedException;
import dev.parley.gateway.session.Session;

/// Reads what people write.
final class Texts {
  private Texts() {}

  /// {@return the text without the characters that no message may hold}
  ///
  /// @throws RequestFailedException if nothing is left, or too much
  static String checked(String typed) {
    if (SealedText.isSealed(typed)) {
      return sealed(typed);
    }
    String text = MessageText.clean(typed);
    if (text.isBlank()) {
      throw new RequestFailedException(ErrorCode.BAD_COMMAND, "the message has no text");
    }
    if (text.length() > MessageText.MAX_LENGTH
        && MessageText.length(text) > MessageText.MAX_LENGTH) {
      throw new RequestFailedException(
          ErrorCode.TOO_LONG, "a message has at most " + MessageText.MAX_LENGTH + " characters");
    }
    return text;
  }

  /// {@return the text, checked, if the conversation may take it}
  ///
  /// @throws RequestFailedException if nothing is left, or too much, or it would have to be sealed
  static String checked(String typed, Session session, String conversation) {
    String text = checked(typed);
    if (!SealedText.isSealed(text)) {
      session.requireClear(conversation);
    }
    return text;
  }

  private static String sealed(String text) {
    if (text.length() > SealedText.MAX_LENGTH) {
      throw new RequestFailedException(
          ErrorCode.TOO_LONG, "a sealed text has at most " + SealedText.MAX_LENGTH + " characters");
    }
    if (!SealedText.isWellFormed(text)) {
      throw new RequestFailedException(
          ErrorCode.BAD_COMMAND, "a sealed text is base64url after " + SealedText.PREFIX);
    }
    return text;
  }

  /// {@return the reaction without blanks around it and characters that no message may hold}
  ///
  /// @throws RequestFailedException if nothing is left, or too much
  static String reaction(String typed) {
    String reaction = MessageText.clean(typed).strip();
    if (reaction.isEmpty()) {
      throw new RequestFailedException(ErrorCode.BAD_COMMAND, "the reaction is empty");
    }
    if (MessageText.length(reaction) > React.MAX_REACTION_LENGTH) {
      throw new RequestFailedException(
          ErrorCode.TOO_LONG,
          "a reaction has at most " + React.MAX_REACTION_LENGTH + " characters");
    }
    return reaction;
  }
}
