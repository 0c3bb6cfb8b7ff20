package dev.parley.gateway.request;

import dev.parley.gateway.door.Reply;
import dev.parley.gateway.exchange.RequestFailedException;
import java.util.concurrent.CompletableFuture;

/// Does what one kind of request asks. Runs on the caller's event loop and never waits.
///
/// @param <R> kind of request
@FunctionalInterface
public interface RequestHandler<R extends Request> {
  /// Does what is asked.
  ///
  /// @param caller who asks
  /// @param request what is asked
  /// @return the answer, on the caller's loop; may fail with a [RequestFailedException]
  /// @throws RequestFailedException if the request is refused at once
  CompletableFuture<Reply> handle(Caller caller, R request);
}
