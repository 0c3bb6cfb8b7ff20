package dev.parley.deploy.local.canary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// The `ws` door.
///
/// @param http the client
/// @param address such as `ws://127.0.0.1:8080/ws`
record FrameCanaryDoor(HttpClient http, URI address) implements CanaryDoor {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public String name() {
    return "ws";
  }

  @Override
  public Visit visit(CanaryAccount account, String text) {
    long start = System.nanoTime();
    Frames frames = new Frames();
    WebSocket socket =
        await(
            http.newWebSocketBuilder()
                .connectTimeout(LIMIT)
                .subprotocols("parley.v1")
                .buildAsync(address, frames));
    try {
      frames.must(socket, request("login", account));
      long sent = System.nanoTime();
      ObjectNode send = JSON.createObjectNode().put("type", "send").put("to", "@" + account.name());
      frames.must(socket, send.put("text", text).put("clientId", UUID.randomUUID().toString()));
      return new Visit(
          sent - start,
          System.nanoTime() - sent,
          () -> socket.sendClose(WebSocket.NORMAL_CLOSURE, ""));
    } catch (CanaryException e) {
      socket.abort();
      throw e;
    }
  }

  private static ObjectNode request(String type, CanaryAccount account) {
    return JSON.createObjectNode()
        .put("type", type)
        .put("user", account.name())
        .put("password", account.password())
        .put("takeover", true);
  }

  private static <T> T await(CompletableFuture<T> answer) {
    try {
      return answer.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new CanaryException(
          "the connection broke", Objects.requireNonNullElse(e.getCause(), e));
    } catch (TimeoutException e) {
      throw new CanaryException("no answer within " + LIMIT.toSeconds() + " s");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CanaryException("interrupted", e);
    }
  }

  /// Answers by the id of their request; everything else is passed over.
  private static final class Frames implements WebSocket.Listener {
    private final Map<String, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final StringBuilder frame = new StringBuilder();

    void must(WebSocket socket, ObjectNode request) {
      String id = UUID.randomUUID().toString();
      CompletableFuture<JsonNode> answer = new CompletableFuture<>();
      waiting.put(id, answer);
      socket.sendText(request.put("id", id).toString(), true);
      JsonNode got = await(answer);
      if (!got.path("type").asText().equals("ok")) {
        throw new CanaryException(got.path("code").asText() + " " + got.path("message").asText());
      }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
      frame.append(part);
      if (last) {
        String whole = frame.toString();
        frame.setLength(0);
        take(whole);
      }
      socket.request(1);
      return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable cause) {
      waiting.values().forEach(each -> each.completeExceptionally(cause));
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      waiting
          .values()
          .forEach(each -> each.completeExceptionally(new CanaryException("closed " + code)));
      return null;
    }

    private void take(String text) {
      try {
        JsonNode frames = JSON.readTree(text);
        if (frames.isArray()) {
          frames.forEach(this::take);
        } else {
          take(frames);
        }
      } catch (JsonProcessingException e) {
        waiting.values().forEach(each -> each.completeExceptionally(e));
      }
    }

    private void take(JsonNode one) {
      CompletableFuture<JsonNode> answer = waiting.remove(one.path("id").asText());
      if (answer != null) {
        answer.complete(one);
      }
    }
  }
}
