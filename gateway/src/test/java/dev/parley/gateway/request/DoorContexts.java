package dev.parley.gateway.request;

import dev.parley.gateway.door.ConnectionContext;
import dev.parley.gateway.door.DoorConfig;
import dev.parley.gateway.door.DoorMetrics;
import dev.parley.gateway.limit.ConnectionLimit;
import dev.parley.gateway.limit.Limits;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/// What a door needs, for tests of doors: no limits, and verbs that the test answers.
public final class DoorContexts {
  private DoorContexts() {}

  /// {@return the context of a door}
  ///
  /// @param verbs what is answered
  /// @param settings of the doors
  /// @param metrics told what the door does
  public static DoorContext of(VerbTable verbs, DoorConfig settings, DoorMetrics metrics) {
    AtomicInteger ids = new AtomicInteger();
    RequestPipelines pipelines =
        new RequestPipelines(
            verbs,
            (_, _) -> CompletableFuture.allOf(),
            new NoMetrics(),
            Limits.off(),
            settings,
            System::nanoTime);
    return new DoorContext(
        new ConnectionContext(
            settings,
            metrics,
            () -> "c" + ids.incrementAndGet(),
            (account, file) -> "http://x/" + account + "/" + file),
        new ConnectionLimit(Limits.off()),
        pipelines);
  }
}
