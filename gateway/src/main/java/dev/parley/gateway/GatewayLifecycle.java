package dev.parley.gateway;

import dev.parley.contracts.topic.StoppableStart;
import dev.parley.contracts.trace.otel.OtelSpans;
import dev.parley.gateway.admin.rest.AdminRoutes;
import dev.parley.gateway.door.Door;
import dev.parley.gateway.door.ScheduledLoop;
import dev.parley.gateway.door.ssh.SshDoor;
import dev.parley.gateway.door.ssh.shell.TerminalShells;
import dev.parley.gateway.door.tcp.SocketDoor;
import dev.parley.gateway.door.tls.ServerCertificate;
import dev.parley.gateway.door.ws.FrameEndpoint;
import dev.parley.gateway.door.ws.WebSocketDoor;
import dev.parley.gateway.file.rest.FileRoutes;
import dev.parley.gateway.request.DoorContext;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.EventLoopGroup;
import io.opentelemetry.api.trace.Tracer;
import io.quarkus.logging.Log;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.net.NetServerOptions;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Starts the gateway with Quarkus and stops it in order.
///
/// A gateway that presence-service has given up for dead ends its process: its sessions are closed
/// and its topic is going, so whoever supervises it starts it anew under another id.
@Singleton
final class GatewayLifecycle {
  private final GatewayConfig config;
  private final KafkaClients kafka;
  private final Vertx vertx;
  private final MeterRegistry meters;
  private final FrameEndpoint frames;
  private final AdminRoutes adminRoutes;
  private final Tracer tracer;
  private final FileRoutes fileRoutes;
  private final AtomicBoolean ending = new AtomicBoolean();
  private volatile @Nullable Gateway gateway;

  @Inject
  GatewayLifecycle(
      GatewayConfig config,
      KafkaClients kafka,
      Vertx vertx,
      MeterRegistry meters,
      FrameEndpoint frames,
      AdminRoutes adminRoutes,
      Tracer tracer,
      FileRoutes fileRoutes) {
    this.config = config;
    this.kafka = kafka;
    this.vertx = vertx;
    this.meters = meters;
    this.frames = frames;
    this.adminRoutes = adminRoutes;
    this.tracer = tracer;
    this.fileRoutes = fileRoutes;
  }

  void onStart(@Observes StartupEvent event) {
    new StoppableStart().run(this::start);
  }

  private void start() {
    String id = RandomIds.gateway();
    kafka.ensureTopics(id);
    Gateway started =
        new Gateway(
            id,
            config,
            kafka,
            new GatewayMetrics(meters, InstantSource.system()),
            new OtelSpans(tracer),
            Executors.newVirtualThreadPerTaskExecutor(),
            () -> onExpired(id),
            this::doors);
    bindGauges(started);
    started.start();
    adminRoutes.open(started.admin());
    fileRoutes.open(started.files().desk());
    gateway = started;
  }

  void onStop(@Observes ShutdownEvent event) {
    ending.set(true);
    Gateway stopping = gateway;
    if (stopping != null) {
      stopping.stop();
    }
  }

  /// {@return the time since the gateway last read its topics; empty while it starts}
  Optional<Duration> sinceLastPoll() {
    Gateway running = gateway;
    return running == null ? Optional.empty() : Optional.of(running.sinceLastPoll());
  }

  private void onExpired(String id) {
    if (ending.compareAndSet(false, true)) {
      Log.errorf("gateway was given up for dead, ending to start anew gateway=%s", id);
      Quarkus.asyncExit(1);
    }
  }

  private List<Door> doors(DoorContext context) {
    List<Door> doors = new ArrayList<>();
    if (config.tcp.port() >= 0) {
      doors.add(new SocketDoor("tcp", vertx, options(config.tcp.port()), context));
    }
    // The HTTPS port opens after the doors and reads the same files.
    ServerCertificate certificate = ServerCertificate.of(config.tls);
    if (config.tls.port() >= 0) {
      NetServerOptions tls = certificate.applyTo(options(config.tls.port()));
      doors.add(new SocketDoor("tls", vertx, tls, context));
    }
    doors.add(new WebSocketDoor(frames, config.ws, context));
    if (config.ssh.port() >= 0) {
      doors.add(new SshDoor(config.ssh, loops(), context, new TerminalShells()));
    }
    return doors;
  }

  /// Event loops for connections whose sockets are not Vert.x's.
  private List<ScheduledLoop> loops() {
    EventLoopGroup group = ((VertxInternal) vertx).getEventLoopGroup();
    return Stream.generate(group::next)
        .map(ScheduledLoop::new)
        .limit(config.doors.eventLoops())
        .toList();
  }

  private NetServerOptions options(int port) {
    return new NetServerOptions()
        .setHost(config.doors.listen())
        .setPort(port)
        .setUseProxyProtocol(config.doors.proxyProtocol())
        .setTcpNoDelay(true)
        .setTcpKeepAlive(true)
        .setAcceptBacklog(1_024);
  }

  private void bindGauges(Gateway running) {
    for (String door : GatewayMetrics.DOORS) {
      meters.gauge(
          "parley_sessions",
          List.of(io.micrometer.core.instrument.Tag.of("door", door)),
          running,
          g -> g.registry().count(door));
    }
    meters.gauge("parley_subscriptions", running, g -> g.subscriptions().size());
    meters.gauge("parley_requests_pending", running, g -> g.exchange().pending());
    FunctionCounter.builder("parley_dead_letters", running, Gateway::deadLetters).register(meters);
  }
}
