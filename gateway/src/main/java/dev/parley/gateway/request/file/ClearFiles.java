package dev.parley.gateway.request.file;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.SealedText;
import dev.parley.contracts.delivery.ConversationList;
import dev.parley.contracts.delivery.ConversationSummary;
import dev.parley.contracts.query.ListConversations;
import dev.parley.gateway.exchange.Exchange;
import dev.parley.gateway.exchange.RequestFailedException;
import dev.parley.gateway.request.Caller;
import dev.parley.gateway.session.Session;
import java.util.concurrent.CompletableFuture;

/// Keeps files out of encrypted conversations before a byte of them is sent: what is uploaded by an
/// address of one use, the server can read.
final class ClearFiles {
  private final Exchange exchange;

  ClearFiles(Exchange exchange) {
    this.exchange = exchange;
  }

  /// Asks routing-service where the session does not know the conversation, as that of a command
  /// over ssh never does.
  ///
  /// @param caller whose session it is
  /// @param conversation conversation id
  /// @return completes on the loop; fails with `encrypted` if it takes sealed files only
  CompletableFuture<Void> require(Caller caller, String conversation) {
    Session session = caller.requireSession();
    if (!ConversationId.isDirect(conversation) || session.knows(conversation)) {
      session.requireClear(conversation);
      return CompletableFuture.completedFuture(null);
    }
    return exchange
        .askQuery(
            caller.loop(),
            session.id(),
            ConversationList.class,
            replyTo -> new ListConversations(session.account(), replyTo))
        .thenAccept(list ->
            list.conversations().stream()
                .filter(each -> each.conversation().equals(conversation))
                .forEach(ClearFiles::requireClear));
  }

  private static void requireClear(ConversationSummary summary) {
    if (Boolean.TRUE.equals(summary.encrypted())) {
      throw new RequestFailedException(ErrorCode.ENCRYPTED, SealedText.NO_KEYS);
    }
  }
}
