package dev.parley.presence.kafka;

import dev.parley.contracts.topic.TopicCreation;
import dev.parley.contracts.topic.TopicLayoutException;
import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;

/// Sees to it that the shared topics exist before anything reads them.
@Singleton
final class TopicStart {

  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(5);
  private static final int ATTEMPTS = 10;
  private static final long PAUSE_SECONDS = 1;

  private final Admin admin;
  private final TopicsConfig config;

  TopicStart(Admin admin, TopicsConfig config) {
    this.admin = admin;
    this.config = config;
  }

  /// Makes what is missing; waits about a minute for a cluster that does not answer, unless the
  /// thread is interrupted.
  ///
  /// @throws TopicLayoutException if it goes on not answering, or a topic is laid out otherwise
  void ensureTopics() {
    TopicCreation creation = new TopicCreation(admin, ANSWER_LIMIT);
    for (int attempt = 1; ; attempt++) {
      try {
        creation.ensureShared(config.layout());
        return;
      } catch (TopicLayoutException e) {
        // Without a cause it is the layout itself, which no waiting mends.
        if (e.getCause() == null || attempt == ATTEMPTS || Thread.currentThread().isInterrupted()) {
          throw e;
        }
        Log.warnf("waiting for Kafka attempt=%d cause=%s", attempt, e.getMessage());
        pause();
      }
    }
  }

  private static void pause() {
    try {
      TimeUnit.SECONDS.sleep(PAUSE_SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for Kafka", e);
    }
  }
}
