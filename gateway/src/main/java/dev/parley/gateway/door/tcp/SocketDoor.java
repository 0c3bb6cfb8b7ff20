package dev.parley.gateway.door.tcp;

import dev.parley.gateway.door.Door;
import dev.parley.gateway.door.QueuedConnection;
import dev.parley.gateway.request.DoorContext;
import io.quarkus.logging.Log;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.impl.NetSocketInternal;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// A door that speaks the line protocol over sockets, plain (`tcp`) or with TLS (`tls`).
///
/// Each of its verticles listens on one event loop; the kernel's connections are dealt out among
/// them, and a connection stays on its loop.
public final class SocketDoor implements Door {
  private static final Duration OPEN_LIMIT = Duration.ofSeconds(15);

  private final String name;
  private final Vertx vertx;
  private final NetServerOptions options;
  private final DoorContext shared;
  private final Set<SocketConnection> connections = ConcurrentHashMap.newKeySet();
  private @Nullable String deployment;

  /// Prepares a door.
  ///
  /// @param name the door's name
  /// @param vertx where it runs
  /// @param options address, port, and TLS if it speaks that
  /// @param context what all doors share
  public SocketDoor(String name, Vertx vertx, NetServerOptions options, DoorContext context) {
    this.name = name;
    this.vertx = vertx;
    this.options = options;
    this.shared = context;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void open() {
    DeploymentOptions loops = new DeploymentOptions().setInstances(shared.config().eventLoops());
    deployment =
        await(vertx.deployVerticle(Listener::new, loops).toCompletionStage().toCompletableFuture());
    Log.infof("door open door=%s address=%s port=%d", name, options.getHost(), options.getPort());
  }

  @Override
  public void close() {
    String deployed = deployment;
    if (deployed == null) {
      return;
    }
    deployment = null;
    CompletableFuture<?>[] told =
        connections.stream().map(QueuedConnection::dismiss).toArray(CompletableFuture[]::new);
    await(CompletableFuture.allOf(told));
    await(vertx.undeploy(deployed).toCompletionStage().toCompletableFuture());
  }

  private <T> T await(CompletableFuture<T> future) {
    try {
      return future.get(OPEN_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(
          "door %s cannot use %s:%d: %s"
              .formatted(name, options.getHost(), options.getPort(), e.getMessage()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted at door " + name, e);
    }
  }

  /// One event loop of the door.
  private final class Listener extends AbstractVerticle {
    @Override
    public void start(Promise<Void> started) {
      ContextExecutor loop = new ContextExecutor(getVertx().getOrCreateContext());
      getVertx()
          .createNetServer(options)
          .exceptionHandler(e -> Log.debugf("connection not made door=%s cause=%s", name, e))
          .connectHandler(socket -> accept((NetSocketInternal) socket, loop))
          .listen()
          .<Void>mapEmpty()
          .onComplete(started);
    }

    private void accept(NetSocketInternal socket, ContextExecutor loop) {
      SocketClient client = SocketClient.open(name, socket, loop, shared);
      connections.add(client.connection());
      socket.closeHandler(_ -> {
        connections.remove(client.connection());
        client.onGone();
      });
    }
  }
}
