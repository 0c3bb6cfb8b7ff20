package dev.parley.auth.kafka;

import dev.parley.auth.account.Announcer;
import dev.parley.contracts.auth.AuthRecord;
import dev.parley.contracts.codec.Codecs;
import dev.parley.contracts.consumer.DeadLetterPublisher;
import dev.parley.contracts.consumer.PollLoop;
import dev.parley.contracts.consumer.TemporaryFaultException;
import dev.parley.contracts.topic.KafkaSettings;
import dev.parley.contracts.topic.TopicCreation;
import dev.parley.contracts.topic.TopicLayoutException;
import dev.parley.contracts.topic.Topics;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;

/// Starts and stops the poll loop of `parley.auth`.
///
/// The start happens on a thread of its own, so that the public keys can be fetched meanwhile. If
/// Kafka is not there within half a minute the process ends, and whoever supervises it tries again.
@Singleton
final class AuthLoop {
  private static final Duration START_LIMIT = Duration.ofSeconds(30);
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(5);
  private static final int PAUSE_MILLIS = 500;

  private final KafkaSettings settings;
  private final TopicsConfig topics;
  private final Producer<String, byte[]> producer;
  private final AuthBatchHandler handler;
  private final Announcer announcer;
  private final InstantSource clock;
  private final MeterRegistry meters;
  private final Thread starter = Thread.ofPlatform().name("start-loop").unstarted(this::start);
  private volatile @Nullable PollLoop<AuthRecord> loop;
  private volatile boolean stopping;

  @Inject
  AuthLoop(
      KafkaSettings settings,
      TopicsConfig topics,
      Producer<String, byte[]> producer,
      AuthBatchHandler handler,
      Announcer announcer,
      InstantSource clock,
      MeterRegistry meters) {
    this.settings = settings;
    this.topics = topics;
    this.producer = producer;
    this.handler = handler;
    this.announcer = announcer;
    this.clock = clock;
    this.meters = meters;
  }

  void onStart(@Observes StartupEvent event) {
    starter.start();
  }

  /// Finishes the batch in hand and commits it.
  void onStop(@Observes ShutdownEvent event) throws InterruptedException {
    stopping = true;
    starter.interrupt();
    starter.join(ANSWER_LIMIT);
    PollLoop<AuthRecord> running = loop;
    if (running != null) {
      running.close();
    }
  }

  /// {@return the running loop, or `null` until Kafka has been reached}
  @Nullable PollLoop<AuthRecord> running() {
    return loop;
  }

  private void start() {
    try {
      awaitTopics();
      tellOfAccounts();
      runLoop();
    } catch (TemporaryFaultException e) {
      Log.errorf("cannot start, is the database up? cause=%s", e.getMessage());
      Quarkus.asyncExit(1);
    } catch (TopicLayoutException e) {
      Log.errorf("cannot start, is Kafka up? cause=%s: %s", e.getMessage(), e.getCause());
      Quarkus.asyncExit(1);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitTopics() throws InterruptedException {
    long deadline = System.nanoTime() + START_LIMIT.toNanos();
    Admin admin = Admin.create(settings.admin());
    try {
      TopicCreation creation = new TopicCreation(admin, ANSWER_LIMIT);
      while (!isCreated(creation, deadline)) {
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      }
    } finally {
      // Not by try-with-resources, which waits a minute for what was not answered.
      admin.close(Duration.ZERO);
    }
  }

  private boolean isCreated(TopicCreation creation, long deadline) {
    try {
      creation.ensureShared(topics.layout());
      return true;
    } catch (TopicLayoutException e) {
      if (System.nanoTime() > deadline) {
        throw e;
      }
      Log.warnf("topics not ready, will try again cause=%s", e.getMessage());
      return false;
    }
  }

  /// Before anybody can log in. Tried again for as long as the topics are.
  private void tellOfAccounts() throws InterruptedException {
    long deadline = System.nanoTime() + START_LIMIT.toNanos();
    while (!isTold(deadline)) {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
  }

  private boolean isTold(long deadline) {
    try {
      int told = announcer.catchUp(clock.instant());
      if (told > 0) {
        Log.infof("accounts announced count=%d", told);
      }
      return true;
    } catch (TemporaryFaultException e) {
      if (System.nanoTime() > deadline) {
        throw e;
      }
      Log.warnf("accounts not announced, will try again cause=%s", e.getMessage());
      return false;
    }
  }

  private void runLoop() {
    if (stopping) {
      return;
    }
    DeadLetterPublisher deadLetters = new DeadLetterPublisher(producer);
    PollLoop<AuthRecord> started =
        new PollLoop<>(
            Topics.AUTH,
            PollLoop.FEW_IN_FLIGHT,
            KafkaClients.consumer(settings, meters),
            Codecs.AUTH,
            deadLetters,
            handler);
    FunctionCounter.builder("parley.dead.letters", deadLetters, DeadLetterPublisher::count)
        .register(meters);
    showLag(started);
    FunctionCounter.builder("parley.auth.unknown.kinds", started, PollLoop::unknownKinds)
        .register(meters);
    started.start();
    loop = started;
    Log.infof("poll loop started topic=%s", Topics.AUTH);
  }

  /// 0 for the partitions of other instances, so that the sum over the instances is the lag.
  private void showLag(PollLoop<AuthRecord> started) {
    for (int partition = 0; partition < topics.partitions(); partition++) {
      int number = partition;
      Gauge.builder("parley.consumer.lag", () -> started.lag(number))
          .description("records of a partition that wait to be read")
          .tag("topic", Topics.AUTH)
          .tag("partition", Integer.toString(number))
          .register(meters);
    }
  }
}
