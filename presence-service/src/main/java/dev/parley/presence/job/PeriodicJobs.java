package dev.parley.presence.job;

import dev.parley.presence.heartbeat.TopicRemoval;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Runs the jobs, each again some time after it has finished.
@Singleton
final class PeriodicJobs {

  /// What a job does; it may fail in any way.
  @FunctionalInterface
  private interface Job {
    void run() throws Exception;
  }

  private static final int JOBS = 3;
  private static final Duration TOPIC_REMOVAL_PAUSE = Duration.ofSeconds(1);
  private static final Duration SESSION_GAUGE_PAUSE = Duration.ofSeconds(10);
  private static final Duration RETENTION_PAUSE = Duration.ofMinutes(10);

  private final TopicRemoval topicRemoval;
  private final SessionGauge sessionGauge;
  private final Retention retention;
  private final ScheduledExecutorService timer =
      Executors.newScheduledThreadPool(JOBS, Thread.ofVirtual().name("job-", 0).factory());

  PeriodicJobs(TopicRemoval topicRemoval, SessionGauge sessionGauge, Retention retention) {
    this.topicRemoval = topicRemoval;
    this.sessionGauge = sessionGauge;
    this.retention = retention;
  }

  void onStart(@Observes StartupEvent event) {
    repeat("topic removal", TOPIC_REMOVAL_PAUSE, topicRemoval::run);
    repeat("session gauge", SESSION_GAUGE_PAUSE, sessionGauge::refresh);
    repeat("retention", RETENTION_PAUSE, retention::purge);
  }

  void onStop(@Observes ShutdownEvent event) {
    timer.shutdownNow();
  }

  private void repeat(String name, Duration pause, Job job) {
    timer.scheduleWithFixedDelay(
        () -> run(name, job), pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static void run(String name, Job job) {
    try {
      job.run();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      Log.warnf("job failed, will run again job=%s cause=%s", name, e);
    }
  }
}
