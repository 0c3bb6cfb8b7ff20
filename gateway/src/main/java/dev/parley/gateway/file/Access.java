package dev.parley.gateway.file;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.conversation.Attachment;
import dev.parley.contracts.delivery.FileFound;
import dev.parley.contracts.query.FetchFile;
import dev.parley.gateway.exchange.Exchange;
import dev.parley.gateway.exchange.RequestFailedException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/// Asks, at every fetch, whether an account may have a file: routing-service says, by the
/// conversation that the file's message is in. To whom it may not be given it is not there.
public final class Access {
  private final FileStore store;
  private final Exchange exchange;

  /// Works through these.
  ///
  /// @param store where files lie
  /// @param exchange asks routing-service
  public Access(FileStore store, Exchange exchange) {
    this.store = store;
    this.exchange = exchange;
  }

  /// {@return the file, for somebody who may have it; fails with `no_such_file`, or with
  /// `unavailable` if that cannot be told now. Completes on the loop. May wait for the store}
  ///
  /// @param account handle of who wants it
  /// @param id id of the file
  /// @param loop where the answer is wanted
  public CompletableFuture<StoredFile> fetch(String account, String id, Executor loop) {
    Optional<StoredFile> found = Attachment.isFileId(id) ? store.find(id) : Optional.empty();
    StoredFile.Claim claim = found.map(StoredFile::claim).orElse(null);
    if (found.isEmpty() || claim == null || found.get().content() == null) {
      return CompletableFuture.failedFuture(Uploads.noSuchFile());
    }
    StoredFile file = found.get();
    return exchange
        .askQuery(
            loop,
            "files-" + account,
            FileFound.class,
            replyTo ->
                new FetchFile(
                    account,
                    claim.conversation(),
                    file.owner(),
                    claim.clientMessageId(),
                    file.id(),
                    replyTo))
        .handle((_, failure) -> {
          if (failure == null) {
            return file;
          }
          throw refusal(failure);
        });
  }

  /// Why it is refused is not told: not even that there is such a file.
  private static RequestFailedException refusal(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return cause instanceof RequestFailedException refused
            && (refused.code() == ErrorCode.UNAVAILABLE || refused.code() == ErrorCode.INTERNAL)
        ? refused
        : Uploads.noSuchFile();
  }
}
