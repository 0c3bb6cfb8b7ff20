package dev.parley.gateway.admin.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.auth.Origin;
import dev.parley.contracts.delivery.Done;
import dev.parley.gateway.exchange.RequestFailedException;
import io.quarkus.logging.Log;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// One call over HTTP: what came, and how it is answered. For the event loop of the request.
final class HttpCall {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .build();

  private static final String BEARER = "Bearer ";
  private static final int OK = 200;
  private static final int TOO_LARGE = 413;

  private final RoutingContext context;

  HttpCall(RoutingContext context) {
    this.context = context;
  }

  Origin origin() {
    SocketAddress remote = context.request().remoteAddress();
    return new Origin("http", remote == null ? "unknown" : remote.hostAddress());
  }

  Executor loop() {
    Context own = context.vertx().getOrCreateContext();
    return task -> own.runOnContext(_ -> task.run());
  }

  String bearer() {
    String header = context.request().getHeader(HttpHeaders.AUTHORIZATION);
    if (header == null || !header.startsWith(BEARER)) {
      throw new RequestFailedException(
          ErrorCode.NOT_LOGGED_IN, "a call needs the header Authorization: Bearer TOKEN");
    }
    return header.substring(BEARER.length()).strip();
  }

  String path(String name) {
    return Objects.requireNonNull(context.pathParam(name), name);
  }

  Optional<String> parameter(String name) {
    return Optional.ofNullable(context.request().getParam(name)).filter(text -> !text.isEmpty());
  }

  Optional<Long> number(String name) {
    return parameter(name)
        .map(text -> {
          try {
            return Long.valueOf(text);
          } catch (NumberFormatException _) {
            throw new RequestFailedException(
                ErrorCode.BAD_COMMAND, name + " must be a whole number");
          }
        });
  }

  <T> T body(Class<T> type) {
    Buffer body = context.body().buffer();
    try {
      T read = MAPPER.readValue(body == null ? new byte[0] : body.getBytes(), type);
      if (read != null) {
        return read;
      }
    } catch (IOException _) {
      // Jackson's message would quote what was sent.
    }
    throw new RequestFailedException(
        ErrorCode.BAD_COMMAND, "the body is not the JSON object that this call wants");
  }

  void finish(@Nullable Object answer, @Nullable Throwable failure) {
    if (failure == null) {
      send(OK, answer instanceof Done ? Map.of() : answer);
      return;
    }
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof RequestFailedException refused) {
      refuse(refused);
    } else {
      Log.errorf(cause, "call failed path=%s", context.normalizedPath());
      refuse(new RequestFailedException(ErrorCode.INTERNAL, "something went wrong in the server"));
    }
  }

  void refuse(RequestFailedException refused) {
    send(
        status(refused.code()),
        Map.of(
            "code", refused.code().wireName(),
            "message", String.valueOf(refused.getMessage()),
            "detail", refused.detail()));
  }

  /// Answers what the server itself has refused, such as a body that is too long.
  void fail(int status) {
    Throwable failure = context.failure();
    if (failure instanceof HttpClosedException) {
      Log.debugf("caller has gone path=%s", context.normalizedPath());
      return;
    }
    if (failure instanceof RequestFailedException refused) {
      refuse(refused);
    } else if (status == TOO_LARGE) {
      refuse(new RequestFailedException(ErrorCode.TOO_LONG, "the body is longer than allowed"));
    } else {
      finish(null, failure == null ? new IllegalStateException("status " + status) : failure);
    }
  }

  private void send(int status, @Nullable Object body) {
    if (context.response().ended()) {
      return;
    }
    try {
      context
          .response()
          .setStatusCode(status)
          .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
          .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
          .end(Buffer.buffer(MAPPER.writeValueAsBytes(body)));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("an answer cannot be written", e);
    }
  }

  private static int status(ErrorCode code) {
    return switch (code) {
      case BAD_CREDENTIALS, NOT_LOGGED_IN -> 401;
      case NOT_ALLOWED, DISABLED, LOCKED -> 403;
      case NO_SUCH_USER -> 404;
      case TOO_LONG -> TOO_LARGE;
      case RATE_LIMITED -> 429;
      case INTERNAL -> 500;
      case UNAVAILABLE -> 503;
      default -> 400;
    };
  }
}
