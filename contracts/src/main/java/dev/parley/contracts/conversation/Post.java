package dev.parley.contracts.conversation;

import dev.parley.contracts.MessageText;
import dev.parley.contracts.ReplyTo;
import dev.parley.contracts.SealedText;
import org.jspecify.annotations.Nullable;

/// Asks for one message to be appended to a conversation.
///
/// Source: a request at a door, after the gateway checked session, size and rate. A repeated post
/// gets the seq it already has. The first post of a direct conversation creates it.
///
/// @param conversation conversation id, such as `#name` or `@alice+bob`
/// @param sender handle of the author, lower case
/// @param clientMessageId 1 to 64 characters, chosen by the client; unique within conversation and
///   sender
/// @param text 1 to 4,000 characters, free of control characters other than newline and tab; of a
///   file that was sent without words, its name; where the conversation is encrypted, a
///   [SealedText]
/// @param replyTo who waits for the acknowledgement, or `null` if nobody does
/// @param answers seq of the message that this one answers, or `null`; refused with
///   `no_such_message` if there is none
/// @param attachment file that belongs to the message, or `null`
public record Post(
    String conversation,
    String sender,
    String clientMessageId,
    String text,
    @Nullable ReplyTo replyTo,
    @Nullable Long answers,
    @Nullable Attachment attachment)
    implements ConversationRecord {
  /// Longest client message id, in characters.
  public static final int MAX_CLIENT_MESSAGE_ID_LENGTH = 64;

  /// Checks the limits stated on the record.
  ///
  /// @throws IllegalArgumentException if text or client message id is empty or too long
  public Post {
    requireText(text);
    requireClientMessageId(clientMessageId);
  }

  /// Makes a post without a file.
  ///
  /// @param conversation conversation id
  /// @param sender handle of the author
  /// @param clientMessageId unique within conversation and sender
  /// @param text 1 to 4,000 characters
  /// @param replyTo who waits for the acknowledgement, or `null` if nobody does
  /// @param answers seq of the message that this one answers, or `null`
  public Post(
      String conversation,
      String sender,
      String clientMessageId,
      String text,
      @Nullable ReplyTo replyTo,
      @Nullable Long answers) {
    this(conversation, sender, clientMessageId, text, replyTo, answers, null);
  }

  /// Makes a post that answers no message.
  ///
  /// @param conversation conversation id
  /// @param sender handle of the author
  /// @param clientMessageId unique within conversation and sender
  /// @param text 1 to 4,000 characters
  /// @param replyTo who waits for the acknowledgement, or `null` if nobody does
  public Post(
      String conversation,
      String sender,
      String clientMessageId,
      String text,
      @Nullable ReplyTo replyTo) {
    this(conversation, sender, clientMessageId, text, replyTo, null);
  }

  static void requireText(String text) {
    if (SealedText.isSealed(text)) {
      requireSealed(text);
      return;
    }
    // A text of at most 4,000 UTF-16 units has at most 4,000 code points: the count is seldom made.
    if (text.isEmpty()
        || (text.length() > MessageText.MAX_LENGTH
            && MessageText.length(text) > MessageText.MAX_LENGTH)) {
      throw new IllegalArgumentException(
          "text must have 1 to 4000 characters, got " + MessageText.length(text));
    }
  }

  private static void requireSealed(String text) {
    if (!SealedText.isWellFormed(text)) {
      throw new IllegalArgumentException(
          "a sealed text is base64url of at most %d characters, got %d"
              .formatted(SealedText.MAX_LENGTH, text.length()));
    }
  }

  static void requireClientMessageId(String id) {
    if (id.isEmpty() || id.length() > MAX_CLIENT_MESSAGE_ID_LENGTH) {
      throw new IllegalArgumentException(
          "client message id must have 1 to 64 characters, got " + id.length());
    }
  }

  /// {@return all but the text, which belongs in no log}
  @Override
  public String toString() {
    return "Post[conversation=%s, sender=%s, clientMessageId=%s, replyTo=%s, answers=%s]"
        .formatted(conversation, sender, clientMessageId, replyTo, answers);
  }
}
