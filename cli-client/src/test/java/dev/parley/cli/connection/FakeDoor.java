package dev.parley.cli.connection;

import dev.parley.cli.frame.Frames;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/// A frame door in this process, on a free port, that does what a test says.
public final class FakeDoor implements AutoCloseable {

  private final Vertx vertx = Vertx.vertx();
  private final List<ServerWebSocket> open = new CopyOnWriteArrayList<>();
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private final int port;

  /// @param answer what the door does with each text
  public FakeDoor(BiConsumer<ServerWebSocket, String> answer) {
    this(0, answer);
  }

  FakeDoor(int wanted, BiConsumer<ServerWebSocket, String> answer) {
    server =
        vertx
            .createHttpServer(new HttpServerOptions().addWebSocketSubProtocol("parley.v1"))
            .webSocketHandler(socket -> {
              open.add(socket);
              socket.textMessageHandler(text -> {
                heard.add(text);
                answer.accept(socket, text);
              });
            });
    port =
        server
            .listen(wanted, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join()
            .actualPort();
  }

  /// Answers every request with `ok`.
  static void agree(ServerWebSocket socket, String text) {
    String id = Frames.split(text).getFirst().path("id").asText();
    socket.writeTextMessage(
        "{\"type\":\"ok\",\"id\":\"" + id + "\",\"user\":\"ann\",\"token\":\"t\"}");
  }

  /// {@return its address}
  public URI uri() {
    return URI.create("ws://127.0.0.1:" + port + "/ws");
  }

  int port() {
    return port;
  }

  /// {@return how many connections there were}
  int connections() {
    return open.size();
  }

  /// {@return all texts that came, in order}
  public List<String> heard() {
    return heard;
  }

  ServerWebSocket last() {
    return open.getLast();
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
