package dev.parley.routing.conversation;

import dev.parley.contracts.conversation.Attachment;
import org.jspecify.annotations.Nullable;

/// An attachment as it lies in one column: `FILE SIZE SHA256 TYPE NAME`. Only the name may have
/// blanks.
public final class AttachmentText {
  private static final int PARTS = 5;

  private AttachmentText() {}

  /// {@return the text, `null` for no attachment}
  ///
  /// @param attachment attachment of an entry, or `null`
  public static @Nullable String of(@Nullable Attachment attachment) {
    return attachment == null
        ? null
        : String.join(
            " ",
            attachment.file(),
            Long.toString(attachment.size()),
            attachment.sha256(),
            attachment.type(),
            attachment.name());
  }

  /// {@return the attachment, `null` for no text}
  ///
  /// @param text as [#of] made it, or `null`
  /// @throws IllegalArgumentException if it did not
  public static @Nullable Attachment read(@Nullable String text) {
    if (text == null) {
      return null;
    }
    String[] parts = text.split(" ", PARTS);
    if (parts.length != PARTS) {
      throw new IllegalArgumentException("an attachment has five parts, got " + parts.length);
    }
    return new Attachment(parts[0], parts[4], Long.parseLong(parts[1]), parts[3], parts[2]);
  }
}
