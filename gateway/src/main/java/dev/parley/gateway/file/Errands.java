package dev.parley.gateway.file;

import dev.parley.contracts.conversation.Attachment;
import dev.parley.contracts.conversation.Post;
import dev.parley.contracts.delivery.Acknowledged;
import dev.parley.gateway.exchange.Exchange;
import java.util.Objects;
import java.util.concurrent.CompletionException;

/// Posts files that were uploaded for a conversation, as soon as they are complete.
public final class Errands {
  private final Exchange exchange;
  private final Attachments attachments;
  private final FileClaims claims;

  /// Works through these.
  ///
  /// @param exchange asks the owner of the conversation
  /// @param attachments binds files to messages
  /// @param claims notes what became of it
  public Errands(Exchange exchange, Attachments attachments, FileClaims claims) {
    this.exchange = exchange;
    this.attachments = attachments;
    this.claims = claims;
  }

  /// Posts a complete file to where it was meant for; waits for the answer.
  ///
  /// @param file the file, with an errand
  /// @return where the message stands
  /// @throws CompletionException if it is refused: then the file can be sent elsewhere
  public Acknowledged post(StoredFile file) {
    String conversation = Objects.requireNonNull(file.errand(), "errand");
    String messageId = "file." + file.id();
    FileClaims.Message message = new FileClaims.Message(file.owner(), conversation, messageId);
    Attachment attachment = attachments.claim(file.owner(), file.id(), conversation, messageId);
    return exchange
        .askConversation(
            Runnable::run,
            conversation,
            Acknowledged.class,
            replyTo ->
                new Post(
                    conversation,
                    file.owner(),
                    messageId,
                    attachment.name(),
                    replyTo,
                    null,
                    attachment))
        .whenComplete((_, failure) -> claims.settle(file.id(), message, failure))
        .join();
  }
}
