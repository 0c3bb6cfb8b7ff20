package dev.parley.presence.kafka;

import dev.parley.contracts.topic.StoppableStart;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/// Starts what reads and writes Kafka once the topics exist, and stops it before the clients close.
@Singleton
final class KafkaLifecycle {

  private final TopicStart topics;
  private final PollLoops loops;
  private final PulseWriter pulses;

  KafkaLifecycle(TopicStart topics, PollLoops loops, PulseWriter pulses) {
    this.topics = topics;
    this.loops = loops;
    this.pulses = pulses;
  }

  void onStart(@Observes StartupEvent event) {
    new StoppableStart().run(this::start);
  }

  private void start() {
    topics.ensureTopics();
    loops.start();
    pulses.start();
  }

  void onStop(@Observes ShutdownEvent event) {
    pulses.close();
    loops.close();
  }
}
