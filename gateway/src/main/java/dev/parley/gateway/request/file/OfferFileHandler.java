package dev.parley.gateway.request.file;

import dev.parley.contracts.ErrorCode;
import dev.parley.gateway.door.Reply;
import dev.parley.gateway.exchange.Exchange;
import dev.parley.gateway.exchange.RequestFailedException;
import dev.parley.gateway.file.FileLinks;
import dev.parley.gateway.file.StoreFaultException;
import dev.parley.gateway.file.StoreFullException;
import dev.parley.gateway.file.StoredFile;
import dev.parley.gateway.file.Uploads;
import dev.parley.gateway.request.Caller;
import dev.parley.gateway.request.MessageRequest;
import dev.parley.gateway.request.RequestHandler;
import io.quarkus.logging.Log;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/// `file`: begins an upload, and answers with an address that takes its bytes once.
public final class OfferFileHandler implements RequestHandler<MessageRequest.OfferFile> {
  private final ClearFiles clear;
  private final Uploads uploads;
  private final FileLinks links;
  private final Executor workers;

  /// Works through these.
  ///
  /// @param exchange asks routing-service
  /// @param uploads takes files in
  /// @param links makes addresses
  /// @param workers run what waits
  public OfferFileHandler(Exchange exchange, Uploads uploads, FileLinks links, Executor workers) {
    this.clear = new ClearFiles(exchange);
    this.uploads = uploads;
    this.links = links;
    this.workers = workers;
  }

  @Override
  public CompletableFuture<Reply> handle(Caller caller, MessageRequest.OfferFile request) {
    String account = caller.account();
    String conversation = request.target().conversation(account);
    Uploads.Wish wish = new Uploads.Wish(request.name(), request.size(), null, conversation);
    return clear
        .require(caller, conversation)
        .thenCompose(
            _ -> caller.onLoop(CompletableFuture.supplyAsync(() -> begin(account, wish), workers)))
        .thenApply(file -> new Reply.UploadOffered(file.name(), links.upload(account, file.id())));
  }

  private StoredFile begin(String account, Uploads.Wish wish) {
    try {
      return uploads.begin(account, wish);
    } catch (StoreFullException e) {
      throw new RequestFailedException(ErrorCode.UNAVAILABLE, String.valueOf(e.getMessage()));
    } catch (StoreFaultException e) {
      Log.errorf(e, "file store fault");
      throw new RequestFailedException(
          ErrorCode.UNAVAILABLE, "files are out of reach now; try again");
    }
  }
}
