package dev.parley.gateway.file.rest;

import dev.parley.contracts.ErrorCode;
import dev.parley.gateway.exchange.RequestFailedException;
import dev.parley.gateway.file.FileBusyException;
import dev.parley.gateway.file.StoreFaultException;
import dev.parley.gateway.file.StoreFullException;
import dev.parley.gateway.file.WrongHashException;
import io.quarkus.logging.Log;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// One request, and how it is answered. Made on the event loop of the request, used on the virtual
/// thread that serves it; answers are written on the loop.
final class FileCall {
  private static final String BEARER = "Bearer ";

  /// How long the rest of a body is read and thrown away, so that the client gets to see why it was
  /// refused: a connection closed at once would be reset.
  private static final long DRAIN_MILLIS = 3_000;

  /// When a client may try again what failed by a fault that passes.
  private static final long PASSING_SECONDS = 5;

  private final RoutingContext context;
  private final Context loop;
  private final Body body;

  FileCall(RoutingContext context, Duration idle) {
    this.context = context;
    this.loop = context.vertx().getOrCreateContext();
    this.body = new Body(context.request(), loop, idle);
  }

  HttpServerRequest request() {
    return context.request();
  }

  HttpServerResponse response() {
    return context.response();
  }

  Body body() {
    return body;
  }

  Executor loop() {
    return task -> loop.runOnContext(_ -> task.run());
  }

  String path(String name) {
    return Objects.requireNonNull(context.pathParam(name), name);
  }

  @Nullable String header(String name) {
    return context.request().getHeader(name);
  }

  String bearer() {
    String header = context.request().getHeader(HttpHeaders.AUTHORIZATION);
    if (header == null || !header.startsWith(BEARER)) {
      throw new RequestFailedException(
          ErrorCode.NOT_LOGGED_IN, "a call needs the header Authorization: Bearer TOKEN");
    }
    return header.substring(BEARER.length()).strip();
  }

  /// {@return a number that a header holds}
  ///
  /// @throws HttpProblem if it is not there or is no whole number, 0 or above
  long number(String name) {
    String text = header(name);
    // Longer numbers would overflow; nothing is that large.
    if (text == null || !text.matches("[0-9]{1,18}")) {
      throw HttpProblem.badRequest("the header " + name + " must be a whole number");
    }
    return Long.parseLong(text);
  }

  /// Tells a client that waits with its body that it is wanted.
  void wantBody() {
    if ("100-continue".equalsIgnoreCase(header("Expect"))) {
      loop.runOnContext(_ -> response().writeContinue());
    }
  }

  /// Ends the answer: with these headers, without a body.
  void end(int status) {
    loop.runOnContext(_ -> {
      if (!response().ended() && !response().closed()) {
        response().setStatusCode(status).end();
      }
      drain();
    });
  }

  void end(int status, String text) {
    loop.runOnContext(_ -> {
      if (!response().ended() && !response().closed()) {
        response()
            .setStatusCode(status)
            .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain")
            .end(text);
      }
      drain();
    });
  }

  void end(int status, byte[] body) {
    loop.runOnContext(_ -> {
      if (!response().ended() && !response().closed()) {
        response().setStatusCode(status).end(Buffer.buffer(body));
      }
      drain();
    });
  }

  void fail(Throwable thrown) {
    Throwable cause = thrown.getCause();
    Throwable failure = thrown instanceof CompletionException && cause != null ? cause : thrown;
    switch (failure) {
      case HttpProblem problem -> refuse(problem.status(), problem.code(), problem.getMessage());
      case RequestFailedException refused -> {
        if (refused.code() == ErrorCode.RATE_LIMITED) {
          retryAfter(1 + refused.detail() / 1_000);
        } else if (refused.code() == ErrorCode.UNAVAILABLE) {
          retryAfter(PASSING_SECONDS);
        }
        refuse(Status.of(refused.code()), refused.code(), refused.sentence());
      }
      case FileBusyException busy ->
          refuse(Status.LOCKED, ErrorCode.UNAVAILABLE, busy.getMessage());
      case WrongHashException wrong ->
          refuse(Status.CHECKSUM_MISMATCH, ErrorCode.BAD_COMMAND, wrong.getMessage());
      case StoreFullException full -> {
        Log.warnf("the file store is full cause=%s", full.getCause());
        refuse(Status.NO_SPACE, ErrorCode.UNAVAILABLE, full.getMessage());
      }
      case StoreFaultException fault -> {
        Log.errorf(fault, "file store fault");
        retryAfter(PASSING_SECONDS);
        refuse(Status.UNAVAILABLE, ErrorCode.UNAVAILABLE, "files are out of reach now; try again");
      }
      case LostClientException _ -> loop.runOnContext(_ -> cut());
      default -> {
        Log.errorf(failure, "call failed path=%s", "/api/files");
        refuse(Status.INTERNAL, ErrorCode.INTERNAL, "something went wrong in the server");
      }
    }
  }

  private void retryAfter(long seconds) {
    if (!response().headWritten()) {
      response().putHeader("Retry-After", Long.toString(seconds));
    }
  }

  private void refuse(int status, ErrorCode code, @Nullable String message) {
    JsonObject problem =
        new JsonObject()
            .put("code", code.wireName())
            .put("message", message == null ? "" : message);
    loop.runOnContext(_ -> {
      HttpServerResponse response = response();
      if (response.closed() || response.ended()) {
        return;
      }
      if (response.headWritten()) {
        // Part of a download is out: the client sees that the rest does not come.
        cut();
        return;
      }
      response
          .setStatusCode(status)
          .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
          .end(Buffer.buffer(problem.encode()));
      drain();
    });
  }

  /// Ends the exchange at once: over HTTP/2 this one, else the connection, which has no other.
  private void cut() {
    if (context.request().version() == HttpVersion.HTTP_2) {
      boolean _ = response().reset();
    } else {
      context.request().connection().close();
    }
  }

  private void drain() {
    HttpServerRequest request = context.request();
    if (request.isEnded()) {
      return;
    }
    request.handler(_ -> {});
    request.resume();
    long _ =
        context
            .vertx()
            .setTimer(
                DRAIN_MILLIS,
                _ -> {
                  if (!request.isEnded()) {
                    cut();
                  }
                });
  }
}
