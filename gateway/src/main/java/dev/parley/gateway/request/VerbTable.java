package dev.parley.gateway.request;

import dev.parley.contracts.ErrorCode;
import dev.parley.gateway.door.Reply;
import dev.parley.gateway.exchange.RequestFailedException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// Every verb: its kind of request, its precondition and its handler. Built once, then read only.
///
/// A kind that is not in the table is refused, and a verb without a session never gets as far as
/// its handler.
public final class VerbTable {
  private final Map<Class<? extends Request>, Verb<?>> verbs = new HashMap<>();

  private record Verb<R extends Request>(
      Class<R> kind, Precondition precondition, RequestHandler<R> handler) {

    CompletableFuture<Reply> handle(Caller caller, Request request) {
      precondition.check(caller.state());
      return handler.handle(caller, kind.cast(request));
    }
  }

  /// Starts without verbs.
  public VerbTable() {}

  /// Adds a verb.
  ///
  /// @param <R> kind of request
  /// @param kind kind of request
  /// @param precondition in which state it may be used
  /// @param handler does it
  /// @return this table
  public <R extends Request> VerbTable verb(
      Class<R> kind, Precondition precondition, RequestHandler<R> handler) {
    verbs.put(kind, new Verb<>(kind, precondition, handler));
    return this;
  }

  /// {@return the kinds of request that have a verb}
  public Map<Class<? extends Request>, Precondition> preconditions() {
    Map<Class<? extends Request>, Precondition> all = new HashMap<>();
    verbs.forEach((kind, verb) -> all.put(kind, verb.precondition()));
    return all;
  }

  CompletableFuture<Reply> handle(Caller caller, Request request) {
    Verb<?> verb = verbs.get(request.getClass());
    if (verb == null) {
      throw new RequestFailedException(ErrorCode.BAD_COMMAND, "no such command; try help");
    }
    return verb.handle(caller, request);
  }
}
