package dev.parley.gateway;

import dev.parley.contracts.ErrorCode;
import dev.parley.gateway.delivery.DeliveryMetrics;
import dev.parley.gateway.door.CloseReason;
import dev.parley.gateway.door.DoorMetrics;
import dev.parley.gateway.door.EntryChunk;
import dev.parley.gateway.request.RequestMetrics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// What the gateway counts, as Prometheus sees it. Safe for use by many threads.
final class GatewayMetrics implements RequestMetrics, DoorMetrics, DeliveryMetrics {
  /// The names of all doors.
  static final List<String> DOORS = List.of("tcp", "tls", "ws", "ssh");

  private final MeterRegistry registry;
  private final InstantSource clock;
  private final Counter posted;
  private final Counter delivered;
  private final Timer postToAck;
  private final Timer postToDelivery;
  private final Map<ErrorCode, Counter> rejected = new EnumMap<>(ErrorCode.class);

  GatewayMetrics(MeterRegistry registry, InstantSource clock) {
    this.registry = registry;
    this.clock = clock;
    this.posted = registry.counter("parley_messages_posted_total");
    this.delivered = registry.counter("parley_messages_delivered_total");
    this.postToAck = latency("parley_post_to_ack_seconds", "from a post to its acknowledgement");
    this.postToDelivery =
        latency(
            "parley_post_to_delivery_seconds", "from a message's log time to its being passed on");
    registerCloses(registry);
    for (ErrorCode code : ErrorCode.values()) {
      rejected.put(
          code, registry.counter("parley_commands_rejected_total", "code", code.wireName()));
    }
  }

  @Override
  public void rejected(ErrorCode code) {
    Counter counter = rejected.get(code);
    if (counter != null) {
      counter.increment();
    }
  }

  @Override
  public void posted() {
    posted.increment();
  }

  @Override
  public void acknowledged(long nanos) {
    postToAck.record(nanos, TimeUnit.NANOSECONDS);
  }

  @Override
  public void delivered(EntryChunk chunk) {
    delivered.increment(chunk.entries().size());
  }

  @Override
  public void passedOn(long at) {
    postToDelivery.record(Math.max(0, clock.millis() - at), TimeUnit.MILLISECONDS);
  }

  @Override
  public void closed(String door, CloseReason reason) {
    closed(registry, door, reason).increment();
  }

  /// Known from the start, so that the first of its kind is seen as a rise.
  private static void registerCloses(MeterRegistry registry) {
    for (String door : DOORS) {
      for (CloseReason reason : CloseReason.values()) {
        closed(registry, door, reason);
      }
    }
  }

  private static Counter closed(MeterRegistry registry, String door, CloseReason reason) {
    return registry.counter(
        "parley_connections_closed_total", "door", door, "reason", reason.label());
  }

  private Timer latency(String name, String what) {
    return Timer.builder(name)
        .description(what)
        .serviceLevelObjectives(
            Duration.ofMillis(1),
            Duration.ofMillis(2),
            Duration.ofMillis(3),
            Duration.ofMillis(5),
            Duration.ofMillis(10),
            Duration.ofMillis(20),
            Duration.ofMillis(50),
            Duration.ofMillis(100),
            Duration.ofMillis(500),
            Duration.ofSeconds(2),
            Duration.ofSeconds(10))
        .register(registry);
  }
}
