package dev.parley.routing.service.kafka;

import dev.parley.contracts.topic.KafkaSettings;
import dev.parley.contracts.topic.TopicCreation;
import dev.parley.contracts.topic.TopicLayout;
import dev.parley.contracts.topic.TopicLayoutException;
import dev.parley.routing.ownership.TopicsConfig;
import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;

/// Makes the topics and checks their layout before anything is read.
@Singleton
public final class TopicsReady {
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final int MAX_TRIES = 6;

  private final KafkaSettings settings;
  private final TopicsConfig config;

  /// Prepares the check.
  ///
  /// @param settings how to reach Kafka
  /// @param config the layout
  public TopicsReady(KafkaSettings settings, TopicsConfig config) {
    this.settings = settings;
    this.config = config;
  }

  /// Makes what is missing; tries again while the cluster does not answer, for about a minute, or
  /// until the thread is interrupted.
  ///
  /// @throws TopicLayoutException if the layout is another one, or the cluster stays away
  public void ensure() {
    TopicLayout layout = new TopicLayout(config.partitions(), config.replication());
    Admin admin = Admin.create(settings.admin());
    try {
      TopicCreation creation = new TopicCreation(admin, ANSWER_LIMIT);
      for (int tries = 1; !isEnsured(creation, layout, tries); tries++) {
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    } finally {
      // Not by try-with-resources, which waits for what is not answered.
      admin.close(Duration.ZERO);
    }
  }

  private static boolean isEnsured(TopicCreation creation, TopicLayout layout, int tries) {
    try {
      creation.ensureShared(layout);
      return true;
    } catch (TopicLayoutException e) {
      // A layout that differs has no cause, and no second try will find another one.
      if (e.getCause() == null || tries >= MAX_TRIES || Thread.currentThread().isInterrupted()) {
        throw e;
      }
      Log.warnf("topics not ready, will try again cause=%s", e.getMessage());
      return false;
    }
  }
}
