package dev.parley.presence.kafka;

import dev.parley.contracts.codec.Codecs;
import dev.parley.contracts.presence.Pulse;
import dev.parley.contracts.topic.KafkaSettings;
import dev.parley.contracts.topic.Topics;
import dev.parley.presence.heartbeat.HeartbeatConfig;
import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/// Writes a pulse to every owned partition of `parley.presence`, on a thread and a producer of its
/// own, so that pulses go on while a batch waits for the database. Safe for use by many threads.
///
/// A pulse that cannot be written within moments is dropped: a gap between pulses is what the watch
/// understands, an old pulse is worth nothing.
@Singleton
final class PulseWriter implements AutoCloseable {

  private static final int DROP_AFTER_MILLIS = 3_000;
  private static final int MAX_BLOCK_MILLIS = 1_000;
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(1);

  private final Set<Integer> partitions = ConcurrentHashMap.newKeySet();
  private final byte[] pulse = Codecs.PRESENCE.encode(new Pulse(UUID.randomUUID().toString()));
  private final Producer<String, byte[]> producer;
  private final Duration interval;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("pulse").factory());

  PulseWriter(KafkaSettings settings, HeartbeatConfig config) {
    this.producer = new KafkaProducer<>(settings(settings));
    this.interval = config.pulse();
  }

  void start() {
    timer.scheduleAtFixedRate(this::pulse, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
  }

  void add(int partition) {
    partitions.add(partition);
  }

  void remove(int partition) {
    partitions.remove(partition);
  }

  @Override
  public void close() {
    timer.shutdownNow();
    producer.close(CLOSE_LIMIT);
  }

  private void pulse() {
    try {
      for (int partition : partitions) {
        producer.send(new ProducerRecord<>(Topics.PRESENCE, partition, null, pulse));
      }
    } catch (KafkaException e) {
      Log.warnf("pulse not written cause=%s", e);
    }
  }

  private static Map<String, Object> settings(KafkaSettings settings) {
    Map<String, Object> impatient = new HashMap<>(settings.producer());
    impatient.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DROP_AFTER_MILLIS);
    impatient.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, DROP_AFTER_MILLIS);
    impatient.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, MAX_BLOCK_MILLIS);
    return impatient;
  }
}
