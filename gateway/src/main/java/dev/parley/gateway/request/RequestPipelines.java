package dev.parley.gateway.request;

import dev.parley.gateway.door.DoorConfig;
import dev.parley.gateway.door.DoorConnection;
import dev.parley.gateway.limit.LimitConfig;
import java.util.function.LongSupplier;

/// Makes the pipeline of each connection. Safe for use by many threads.
public final class RequestPipelines {
  private final VerbTable verbs;
  private final RequestPipeline.SessionEnd sessionEnd;
  private final RequestMetrics metrics;
  private final LimitConfig limits;
  private final DoorConfig doors;
  private final LongSupplier clock;

  /// Makes pipelines that share all this.
  ///
  /// @param verbs the verbs
  /// @param sessionEnd ends the session of a connection that closes
  /// @param metrics counts
  /// @param limits the rates
  /// @param doors says how much may be pipelined
  /// @param clock monotonic time in nanoseconds
  public RequestPipelines(
      VerbTable verbs,
      RequestPipeline.SessionEnd sessionEnd,
      RequestMetrics metrics,
      LimitConfig limits,
      DoorConfig doors,
      LongSupplier clock) {
    this.verbs = verbs;
    this.sessionEnd = sessionEnd;
    this.metrics = metrics;
    this.limits = limits;
    this.doors = doors;
    this.clock = clock;
  }

  /// {@return the pipeline of a new connection}
  ///
  /// @param connection the connection
  public RequestPipeline open(DoorConnection connection) {
    return new RequestPipeline(
        connection, verbs, sessionEnd, metrics, limits, doors.maxPipelined(), clock);
  }
}
