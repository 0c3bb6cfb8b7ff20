package dev.parley.gateway.request.message;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.conversation.Block;
import dev.parley.contracts.delivery.Done;
import dev.parley.gateway.door.Reply;
import dev.parley.gateway.exchange.Exchange;
import dev.parley.gateway.request.Caller;
import dev.parley.gateway.request.Request;
import dev.parley.gateway.request.RequestHandler;
import dev.parley.gateway.request.Target.Names;
import java.util.concurrent.CompletableFuture;

/// `block`: stops an account from reaching the one that asks.
public final class BlockHandler implements RequestHandler<Request.Block> {
  private final Exchange exchange;

  /// Works through this.
  ///
  /// @param exchange asks the owner of the two accounts' direct conversation
  public BlockHandler(Exchange exchange) {
    this.exchange = exchange;
  }

  @Override
  public CompletableFuture<Reply> handle(Caller caller, Request.Block request) {
    String account = caller.account();
    String other = Names.handle(request.user());
    String direct = ConversationId.direct(account, other);
    return exchange
        .askConversation(
            caller.loop(),
            direct,
            Done.class,
            replyTo -> new Block(direct, account, other, replyTo))
        .thenApply(_ -> new Reply.BlockChanged(other, true));
  }
}
