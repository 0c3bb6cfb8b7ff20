package dev.parley.gateway.door.ws;

import dev.parley.gateway.door.Door;
import dev.parley.gateway.door.QueuedConnection;
import dev.parley.gateway.door.ScheduledLoop;
import dev.parley.gateway.request.DoorContext;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.websocketx.Utf8FrameValidator;
import io.quarkus.logging.Log;
import io.quarkus.websockets.next.WebSocketConnection;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The door `ws`. The HTTP server listens; this one says from when to when clients get in.
public final class WebSocketDoor implements Door {
  static final String NAME = "ws";

  private static final int CLOSE_LIMIT_SECONDS = 5;

  private final FrameEndpoint endpoint;
  private final WebSocketConfig config;
  private final DoorContext context;
  private final Map<EventLoop, ScheduledLoop> loops = new ConcurrentHashMap<>();
  private final Set<FrameConnection> connections = ConcurrentHashMap.newKeySet();

  /// Prepares the door.
  ///
  /// @param endpoint where WebSockets arrive
  /// @param config the door's own times
  /// @param context what all doors share
  public WebSocketDoor(FrameEndpoint endpoint, WebSocketConfig config, DoorContext context) {
    this.endpoint = endpoint;
    this.config = config;
    this.context = context;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void open() {
    endpoint.opens(this);
    Log.infof("door open door=%s", NAME);
  }

  @Override
  public void close() {
    endpoint.closes();
    CompletableFuture<?>[] told =
        connections.stream().map(QueuedConnection::dismiss).toArray(CompletableFuture[]::new);
    try {
      CompletableFuture.allOf(told).get(CLOSE_LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (java.util.concurrent.ExecutionException | TimeoutException e) {
      Log.warnf("door not closed in order door=%s cause=%s", NAME, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  FrameClient admit(WebSocketConnection socket, ConnectionBase channel) {
    EventLoop eventLoop = channel.channel().eventLoop();
    ScheduledLoop loop = loops.computeIfAbsent(eventLoop, ScheduledLoop::new);
    // Vert.x reads text without a look at whether it is UTF-8.
    channel
        .channelHandlerContext()
        .pipeline()
        .addBefore(channel.channelHandlerContext().name(), "utf8", new Utf8FrameValidator(true));
    FrameClient client = FrameClient.open(socket, channel, loop, config.loginTimeout(), context);
    connections.add(client.connection());
    return client;
  }

  void forget(FrameClient client) {
    connections.remove(client.connection());
  }
}
