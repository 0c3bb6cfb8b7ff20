package dev.parley.gateway.request.file;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.conversation.Attachment;
import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.delivery.HistoryPage;
import dev.parley.gateway.door.Reply;
import dev.parley.gateway.exchange.Exchange;
import dev.parley.gateway.exchange.RequestFailedException;
import dev.parley.gateway.file.FileLinks;
import dev.parley.gateway.request.Caller;
import dev.parley.gateway.request.MessageRequest;
import dev.parley.gateway.request.Reader;
import dev.parley.gateway.request.RequestHandler;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/// `get`: answers with an address that gets the file of a message once.
public final class FileLinkHandler implements RequestHandler<MessageRequest.FileLink> {
  private final Exchange exchange;
  private final FileLinks links;

  /// Works through these.
  ///
  /// @param exchange asks routing-service
  /// @param links makes addresses
  public FileLinkHandler(Exchange exchange, FileLinks links) {
    this.exchange = exchange;
    this.links = links;
  }

  @Override
  public CompletableFuture<Reply> handle(Caller caller, MessageRequest.FileLink request) {
    Reader reader = Reader.of(caller, request.target());
    return reader
        .askMessage(exchange, request.seq())
        .thenApply(page -> {
          Attachment file = file(page, request.seq());
          return new Reply.DownloadOffered(file, links.download(reader.account(), file.file()));
        });
  }

  private static Attachment file(HistoryPage page, long seq) {
    return page.messages().stream()
        .filter(message -> message.seq() == seq && message.attachment() != null)
        .map(Entry::attachment)
        .map(Objects::requireNonNull)
        .findFirst()
        .orElseThrow(() ->
            new RequestFailedException(ErrorCode.NO_SUCH_FILE, "message " + seq + " has no file"));
  }
}
