package dev.parley.gateway.file.rest;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The body of a request, read by a thread that may wait. The event loop is asked for one piece
/// after the other, so that never more than one waits here.
final class Body {
  private sealed interface Arrival {
    record Piece(Buffer bytes) implements Arrival {}

    record End() implements Arrival {}

    record Lost() implements Arrival {}
  }

  private final HttpServerRequest request;
  private final Context loop;
  private final Duration idle;
  // Holds two at most, a piece and the end: a piece comes for each that is asked for.
  private final BlockingQueue<Arrival> arrived = new LinkedBlockingQueue<>();
  private boolean over;

  /// On the event loop, before anything of the body is read.
  Body(HttpServerRequest request, Context loop, Duration idle) {
    this.request = request;
    this.loop = loop;
    this.idle = idle;
    request.pause();
    request.handler(bytes -> arrived.add(new Arrival.Piece(bytes)));
    request.endHandler(_ -> arrived.add(new Arrival.End()));
    request.exceptionHandler(_ -> arrived.add(new Arrival.Lost()));
  }

  /// {@return the next bytes, or `null` at the end}
  ///
  /// @throws LostClientException if the client is gone, or sends nothing for too long
  @Nullable Buffer next() {
    if (over) {
      return null;
    }
    loop.runOnContext(_ -> request.fetch(1));
    return switch (await()) {
      case Arrival.Piece(Buffer bytes) -> bytes;
      case Arrival.End() -> {
        over = true;
        yield null;
      }
      case Arrival.Lost() -> throw new LostClientException("the connection was lost");
    };
  }

  private Arrival await() {
    try {
      Arrival next = arrived.poll(idle.toMillis(), TimeUnit.MILLISECONDS);
      if (next == null) {
        throw new LostClientException("nothing came for " + idle);
      }
      return next;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LostClientException("the gateway stops");
    }
  }
}
