package dev.parley.routing.post;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.SealedText;
import dev.parley.routing.conversation.Draft;
import dev.parley.routing.conversation.Refusal;
import org.jspecify.annotations.Nullable;

/// An encrypted conversation takes sealed texts only, any other one clear texts only: so nothing
/// falls back to clear text, and no door shows an envelope where people expect words. A file counts
/// by the text it comes with: its name if it has none, which is clear.
public final class SealRule {
  private static final Refusal CLEAR = new Refusal(ErrorCode.ENCRYPTED, SealedText.NO_KEYS);

  private static final Refusal SEALED =
      new Refusal(
          ErrorCode.NOT_ENCRYPTED,
          "this conversation is not encrypted, and its texts do not begin with "
              + SealedText.PREFIX);

  private static final Refusal MALFORMED =
      Refusal.badCommand("a sealed text is base64url after " + SealedText.PREFIX);

  private SealRule() {}

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
