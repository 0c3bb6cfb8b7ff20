package dev.parley.gateway.web;

import dev.parley.gateway.door.DoorConfig;
import dev.parley.gateway.limit.LimitConfig;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.HttpServerStart;
import io.quarkus.vertx.http.HttpsServerStart;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Set;

/// Limits the connections to the ports of the web page in number and in the time that they are
/// silent, as the doors limit theirs.
///
/// Behind a load balancer every connection comes from its address, so that only all of them
/// together are counted.
@Singleton
final class WebConnections {
  private static final int BEFORE_THE_DOORS = 1;
  private static final int FIRST = 10_001;

  private final WebConfig config;
  private final WebLimit limit;
  private final Set<Integer> ports = new HashSet<>();

  @Inject
  WebConnections(WebConfig config, DoorConfig doors, LimitConfig limits) {
    this.config = config;
    int all = limits.enabled() ? config.connections() : Integer.MAX_VALUE;
    boolean knowsAddresses = limits.enabled() && !doors.proxyProtocol();
    this.limit =
        new WebLimit(knowsAddresses ? config.connectionsPerAddress() : Integer.MAX_VALUE, all);
  }

  void onStart(@Observes @Priority(BEFORE_THE_DOORS) StartupEvent event) {
    GuardedPorts.enable();
  }

  void onHttp(@ObservesAsync HttpServerStart started) {
    guard(started.options().getPort());
  }

  void onHttps(@ObservesAsync HttpsServerStart started) {
    guard(started.options().getPort());
  }

  void register(@Observes Filters filters) {
    filters.register(WebConnections::count, FIRST);
  }

  private synchronized void guard(int port) {
    ports.add(port);
    GuardedPorts.guard(ports, limit, config.requestTimeout());
  }

  private static void count(RoutingContext context) {
    ConnectionGuard guard = ConnectionGuard.of(context.request());
    if (guard != null) {
      guard.onRequest();
      context.addEndHandler(_ -> guard.onAnswered());
    }
    context.next();
  }
}
