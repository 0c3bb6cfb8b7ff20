package dev.parley.deploy.acceptance.frame;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// A client of the frame door.
public final class FrameClient implements AutoCloseable {
  /// How the end of a connection is shown: `{"type":"closed","code":1013}`, code 1006 if it broke.
  public static final String CLOSED = "closed";

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final int BROKEN = 1006;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Listener listener = new Listener();
  private final FrameTalk talk = new FrameTalk(this::sendText);
  private final WebSocket socket;

  private FrameClient(URI address, Map<String, String> headers, @Nullable String subprotocol) {
    WebSocket.Builder builder = http.newWebSocketBuilder().connectTimeout(LIMIT);
    headers.forEach(builder::header);
    if (subprotocol != null) {
      builder.subprotocols(subprotocol);
    }
    socket = builder.buildAsync(address, listener).join();
  }

  /// Connects as programs do.
  ///
  /// @param address of the door
  /// @return the connection; nobody is logged in
  public static FrameClient open(URI address) {
    return new FrameClient(address, Map.of(), "parley.v1");
  }

  /// Connects in another way.
  ///
  /// @param address of the door
  /// @param headers what the upgrade request says beside the usual
  /// @param subprotocol the one that is offered, or `null` for none
  /// @return the connection
  /// @throws java.util.concurrent.CompletionException if the upgrade is refused
  public static FrameClient open(
      URI address, Map<String, String> headers, @Nullable String subprotocol) {
    return new FrameClient(address, headers, subprotocol);
  }

  /// Sends a request and waits for its answer; events before it can be awaited later.
  ///
  /// @param type what is asked
  /// @param fields the fields beside `type` and `id`
  /// @return the answer
  public JsonNode ask(String type, Map<String, ?> fields) {
    return talk.ask(type, fields);
  }

  /// Sends a request.
  ///
  /// @param type what is asked
  /// @param fields the fields beside `type` and `id`
  /// @return its id
  public int send(String type, Map<String, ?> fields) {
    return talk.send(type, fields);
  }

  /// {@return how to talk through it, for whoever does not care what it is}
  public FrameTalk talk() {
    return talk;
  }

  /// Sends a text as it is.
  ///
  /// @param text what the frame holds
  public void sendText(String text) {
    socket.sendText(text, true).join();
  }

  /// Waits for an event.
  ///
  /// @param type its type
  /// @return the earliest that was not waited for yet
  public JsonNode awaitEvent(String type) {
    return talk.awaitEvent(type);
  }

  /// {@return the code with which the connection ends}
  public int awaitClose() {
    return awaitEvent(CLOSED).path("code").asInt();
  }

  /// Takes nothing more from the server.
  public void stopReading() {
    listener.reads = false;
  }

  /// Ends the connection without a word, as a link that dies does.
  public void cut() {
    socket.abort();
  }

  @Override
  public void close() {
    socket.abort();
    http.shutdownNow();
  }

  /// Puts together what arrives.
  private final class Listener implements WebSocket.Listener {
    private final StringBuilder message = new StringBuilder();
    private volatile boolean reads = true;

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      message.append(data);
      if (last) {
        talk.take(message.toString());
        message.setLength(0);
      }
      if (reads) {
        socket.request(1);
      }
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
      end(code);
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
      end(BROKEN);
    }

    private void end(int code) {
      talk.take("{\"type\":\"%s\",\"code\":%d}".formatted(CLOSED, code));
    }
  }
}
