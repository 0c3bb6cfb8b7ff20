package dev.parley.routing.conversation;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.SealedText;
import dev.parley.contracts.conversation.Attachment;
import org.jspecify.annotations.Nullable;

/// An encrypted conversation takes sealed texts only, any other one clear texts only: so nothing
/// falls back to clear text, and no door shows an envelope where people expect words.
public final class SealRule {
  private static final Refusal CLEAR =
      new Refusal(
          ErrorCode.ENCRYPTED,
          "this conversation is encrypted; write to it from a browser that has keys");

  private static final Refusal SEALED =
      new Refusal(
          ErrorCode.NOT_ENCRYPTED,
          "this conversation is not encrypted, and its texts do not begin with "
              + SealedText.PREFIX);

  private static final Refusal MALFORMED =
      Refusal.badCommand("a sealed text is base64url after " + SealedText.PREFIX);

  private static final Refusal FILE =
      new Refusal(
          ErrorCode.ENCRYPTED, "this conversation is encrypted, and files are not; send no file");

  private SealRule() {}

  /// {@return why the conversation does not take a message, or `null` if it does}
  ///
  /// @param text what it says
  /// @param attachment its file, or `null`; the server could read it
  /// @param draft the conversation
  static @Nullable Refusal check(String text, @Nullable Attachment attachment, Draft draft) {
    boolean isEncrypted = Boolean.TRUE.equals(draft.encrypted());
    return isEncrypted && attachment != null ? FILE : check(text, draft);
  }

  /// {@return why the conversation does not take the text, or `null` if it does}
  ///
  /// @param text a message, or what it is to say now
  /// @param draft the conversation
  public static @Nullable Refusal check(String text, Draft draft) {
    boolean isEncrypted = Boolean.TRUE.equals(draft.encrypted());
    if (!SealedText.isSealed(text)) {
      return isEncrypted ? CLEAR : null;
    }
    if (!isEncrypted) {
      return SEALED;
    }
    return SealedText.isWellFormed(text) ? null : MALFORMED;
  }
}
