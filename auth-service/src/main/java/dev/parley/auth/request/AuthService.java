package dev.parley.auth.request;

import dev.parley.auth.Arrival;
import dev.parley.auth.Outcome;
import dev.parley.auth.Refusal;
import dev.parley.contracts.auth.AuthRecord;
import dev.parley.contracts.consumer.TemporaryFaultException;
import io.quarkus.logging.Log;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Answers every request, whatever happens to it.
///
/// While the database or Kafka is away a request is tried again for two seconds, then refused as
/// `unavailable`: an honest answer soon is worth more than a late one nobody waits for, and asking
/// again does no harm. A request that breaks a handler is refused as `internal`, so that it cannot
/// hold up those behind it. Safe for use by many threads.
@Singleton
public final class AuthService {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final long FIRST_PAUSE_MILLIS = 50;

  private final AuthRequests requests;
  private final RequestMetrics metrics;

  /// Uses the handlers.
  ///
  /// @param requests leads requests to them
  /// @param metrics counts outcomes
  @Inject
  public AuthService(AuthRequests requests, RequestMetrics metrics) {
    this.requests = requests;
    this.metrics = metrics;
  }

  /// Handles one request; blocks, so it belongs on a virtual thread.
  ///
  /// @param request the request; the earlier ones of its account are handled
  /// @param arrival where it stands in the log
  /// @return what came of it; never throws
  public Outcome handle(AuthRecord request, Arrival arrival) {
    Outcome outcome = answer(request, arrival);
    metrics.count(request, outcome.reply());
    return outcome;
  }

  /// Refuses a request whose turn came too late, without a look at it.
  ///
  /// @param request the request
  /// @return `unavailable`
  public Outcome decline(AuthRecord request) {
    Outcome outcome = Outcome.refused(request.replyTo(), Refusal.BUSY);
    metrics.count(request, outcome.reply());
    return outcome;
  }

  private Outcome answer(AuthRecord request, Arrival arrival) {
    try {
      return withPatience(request, arrival);
    } catch (TemporaryFaultException e) {
      Log.warnf(
          "request given up correlation=%s account=%s cause=%s",
          request.replyTo(), request.account(), e);
      return Outcome.refused(request.replyTo(), Refusal.UNAVAILABLE);
    } catch (RuntimeException e) {
      Log.errorf(
          e, "request failed correlation=%s account=%s", request.replyTo(), request.account());
      return Outcome.refused(request.replyTo(), Refusal.INTERNAL);
    }
  }

  private Outcome withPatience(AuthRecord request, Arrival arrival) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    for (long pause = FIRST_PAUSE_MILLIS; ; pause *= 2) {
      try {
        return requests.handle(request, arrival);
      } catch (TemporaryFaultException e) {
        if (System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(pause) > deadline) {
          throw e;
        }
        pause(pause, e);
      }
    }
  }

  private static void pause(long millis, TemporaryFaultException fault) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw fault;
    }
  }
}
