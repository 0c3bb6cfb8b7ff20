package dev.parley.gateway.request.message;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.conversation.Block;
import dev.parley.contracts.conversation.Unblock;
import dev.parley.gateway.door.Reply.BlockChanged;
import dev.parley.gateway.request.MessageRequest;
import dev.parley.gateway.request.OwnerOrder;
import dev.parley.gateway.request.Target.Names;
import dev.parley.gateway.session.Session;

/// Blocks and their end, as orders to the owner of the two accounts' direct conversation.
public final class BlockOrders {
  private BlockOrders() {}

  /// `block`: stops an account from reaching the one that asks.
  ///
  /// @param session who asks
  /// @param request what is asked
  /// @return the order
  public static OwnerOrder block(Session session, MessageRequest.Block request) {
    String account = session.account();
    String other = Names.handle(request.user());
    String direct = ConversationId.direct(account, other);
    return new OwnerOrder(
        direct,
        replyTo -> new Block(direct, account, other, replyTo),
        new BlockChanged(other, true));
  }

  /// `unblock`: takes a block back.
  ///
  /// @param session who asks
  /// @param request what is asked
  /// @return the order
  public static OwnerOrder unblock(Session session, MessageRequest.Unblock request) {
    String account = session.account();
    String other = Names.handle(request.user());
    String direct = ConversationId.direct(account, other);
    return new OwnerOrder(
        direct,
        replyTo -> new Unblock(direct, account, other, replyTo),
        new BlockChanged(other, false));
  }
}
