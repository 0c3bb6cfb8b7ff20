package dev.parley.gateway.door;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/// What all doors share.
@ConfigMapping(prefix = "parley.gateway.door")
public interface DoorConfig {
  /// {@return address that the doors listen on; loopback unless the operator says otherwise}
  @WithDefault("127.0.0.1")
  String listen();

  /// {@return whether a load balancer stands before the doors and begins each connection with a
  /// PROXY header that names the client; then none is taken without one}
  @WithDefault("false")
  boolean proxyProtocol();

  /// {@return event loops for each door, 1 to 64}
  @WithDefault("2")
  @Min(1)
  @Max(64)
  int eventLoops();

  /// {@return bytes that may wait for one client before it is dropped as a slow reader; what the
  /// client costs in all stays below twice that}
  @WithDefault("512K")
  @WithConverter(MemorySizeConverter.class)
  MemorySize maxUnsent();

  /// {@return longest line of the line protocol, in bytes, 512 to 65,536}
  @WithDefault("8192")
  @Min(512)
  @Max(65_536)
  int maxLine();

  /// {@return requests of one connection that may be under way before it is read no further}
  @WithDefault("64")
  @Min(1)
  @Max(10_000)
  int maxPipelined();

  /// {@return time in which a connection must log in}
  @WithDefault("60s")
  Duration loginTimeout();

  /// {@return longest wait for what was written to leave when a connection is closed}
  @WithDefault("2s")
  Duration closeTimeout();
}
