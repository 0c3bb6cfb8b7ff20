package dev.parley.gateway.request.message;

import dev.parley.contracts.conversation.EntryKind;
import dev.parley.contracts.conversation.SetEncryption;
import dev.parley.contracts.delivery.Acknowledged;
import dev.parley.gateway.door.Reply;
import dev.parley.gateway.exchange.Exchange;
import dev.parley.gateway.request.Caller;
import dev.parley.gateway.request.MessageRequest;
import dev.parley.gateway.request.RequestHandler;
import dev.parley.gateway.session.Session;
import java.util.concurrent.CompletableFuture;

/// `encrypt`: takes the switch to the log, and answers with the seq it has there; with 0 where it
/// was so already, and is no entry.
public final class SetEncryptionHandler implements RequestHandler<MessageRequest.SetEncryption> {
  private final Exchange exchange;

  /// Works through this.
  ///
  /// @param exchange asks the owner of the conversation
  public SetEncryptionHandler(Exchange exchange) {
    this.exchange = exchange;
  }

  @Override
  public CompletableFuture<Reply> handle(Caller caller, MessageRequest.SetEncryption request) {
    Session session = caller.requireSession();
    String account = session.account();
    String conversation = request.target().conversation(account);
    String id = session.clientMessageId(request.clientId());
    EntryKind kind = request.encrypted() ? EntryKind.ENCRYPTED : EntryKind.UNENCRYPTED;
    return exchange
        .askConversation(
            caller.loop(),
            conversation,
            Acknowledged.class,
            replyTo -> new SetEncryption(conversation, account, request.encrypted(), id, replyTo))
        .thenApply(stored -> {
          session.onEncryption(conversation, request.encrypted(), stored.seq());
          return new Reply.Changed(kind, conversation, account, stored.seq(), stored.at());
        });
  }
}
