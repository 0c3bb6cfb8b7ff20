package dev.parley.routing.rebuild.kafka;

import dev.parley.contracts.codec.Codecs;
import dev.parley.contracts.codec.Decoded;
import dev.parley.contracts.consumer.TemporaryFaultException;
import dev.parley.contracts.conversation.ConversationRecord;
import dev.parley.contracts.topic.KafkaSettings;
import dev.parley.contracts.topic.Topics;
import dev.parley.routing.batch.BatchConfig;
import dev.parley.routing.conversation.Cause;
import dev.parley.routing.conversation.LogRecord;
import dev.parley.routing.ownership.TopicsConfig;
import dev.parley.routing.rebuild.LogCutException;
import dev.parley.routing.rebuild.LogReplay;
import io.quarkus.logging.Log;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/// Reads `parley.conversations` by hand, in polls as large as those of the service.
///
/// What cannot be read or applied is passed over: it went to the dead letters when it was new. Kept
/// by one thread; gives up when the cluster sends nothing for 30 s.
@Singleton
public final class KafkaLogReplay implements LogReplay {
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long REPORT_EVERY = 100_000;

  private final Supplier<Consumer<String, byte[]>> consumers;
  private final int partitions;

  /// Prepares the reading.
  ///
  /// @param settings how to reach Kafka
  /// @param batches size of a poll
  /// @param topics number of partitions
  @Inject
  public KafkaLogReplay(KafkaSettings settings, BatchConfig batches, TopicsConfig topics) {
    this(() -> new KafkaConsumer<>(settings.tail(batches.maxRecords())), topics.partitions());
  }

  KafkaLogReplay(Supplier<Consumer<String, byte[]>> consumers, int partitions) {
    this.consumers = consumers;
    this.partitions = partitions;
  }

  @Override
  public Outcome run(Map<Integer, Long> targets, Listener listener) {
    try (Consumer<String, byte[]> consumer = consumers.get()) {
      List<TopicPartition> all =
          IntStream.range(0, partitions)
              .mapToObj(number -> new TopicPartition(Topics.CONVERSATIONS, number))
              .toList();
      consumer.assign(all);
      consumer.seekToBeginning(all);
      return new Reading(consumer, ends(consumer, all, targets), listener).run();
    }
  }

  private static Map<TopicPartition, Long> ends(
      Consumer<?, ?> consumer, List<TopicPartition> all, Map<Integer, Long> targets) {
    Map<TopicPartition, Long> first = consumer.beginningOffsets(all, PATIENCE);
    Map<TopicPartition, Long> last = consumer.endOffsets(all, PATIENCE);
    Map<TopicPartition, Long> ends = new HashMap<>();
    for (TopicPartition each : all) {
      long begin = first.getOrDefault(each, 0L);
      long end = last.getOrDefault(each, 0L);
      long target = targets.getOrDefault(each.partition(), end);
      if (begin > 0 || target > end) {
        throw new LogCutException(each.partition(), begin, end, target);
      }
      ends.put(each, target);
    }
    return ends;
  }

  /// One reading, from the first record to the ends.
  private static final class Reading {
    private final Consumer<String, byte[]> consumer;
    private final Map<TopicPartition, Long> ends;
    private final Listener listener;
    private long records;
    private long skipped;
    private long reported;

    Reading(Consumer<String, byte[]> consumer, Map<TopicPartition, Long> ends, Listener listener) {
      this.consumer = consumer;
      this.ends = ends;
      this.listener = listener;
    }

    Outcome run() {
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (pauseWhatIsDone()) {
        ConsumerRecords<String, byte[]> polled = consumer.poll(POLL);
        if (!polled.isEmpty()) {
          handOver(decode(polled));
          deadline = System.nanoTime() + PATIENCE.toNanos();
        } else if (System.nanoTime() > deadline) {
          throw new TemporaryFaultException(
              "the log is silent", new IllegalStateException("nothing came for " + PATIENCE));
        }
      }
      return new Outcome(records, skipped);
    }

    /// {@return whether there is more to read}
    private boolean pauseWhatIsDone() {
      List<TopicPartition> done = new ArrayList<>();
      ends.forEach((partition, end) -> {
        if (consumer.position(partition, PATIENCE) >= end) {
          done.add(partition);
        }
      });
      consumer.pause(done);
      return done.size() < ends.size();
    }

    private List<LogRecord> decode(ConsumerRecords<String, byte[]> polled) {
      List<LogRecord> batch = new ArrayList<>(polled.count());
      for (ConsumerRecord<String, byte[]> raw : polled) {
        var partition = new TopicPartition(raw.topic(), raw.partition());
        if (raw.offset() >= ends.getOrDefault(partition, 0L)) {
          continue;
        }
        switch (Codecs.CONVERSATIONS.decode(raw.value())) {
          case Decoded.Known<ConversationRecord>(ConversationRecord record) ->
              batch.add(
                  new LogRecord(record, new Cause(raw.partition(), raw.offset(), raw.timestamp())));
          case Decoded.UnknownKind<ConversationRecord> _ -> skipped++;
          case Decoded.Unreadable<ConversationRecord> _ -> skipped++;
        }
      }
      return batch;
    }

    private void handOver(List<LogRecord> batch) {
      if (batch.isEmpty()) {
        return;
      }
      try {
        listener.onRecords(batch);
      } catch (TemporaryFaultException e) {
        throw e;
      } catch (RuntimeException e) {
        batch.forEach(this::handOver);
      }
      records += batch.size();
      report();
    }

    private void handOver(LogRecord record) {
      try {
        listener.onRecords(List.of(record));
      } catch (TemporaryFaultException e) {
        throw e;
      } catch (RuntimeException e) {
        skipped++;
        Log.warnf(
            "record passed over partition=%d offset=%d cause=%s",
            record.cause().partition(), record.cause().offset(), e.getClass().getName());
      }
    }

    private void report() {
      if (records - reported >= REPORT_EVERY) {
        reported = records;
        Log.infof("rebuilding records=%d", records);
      }
    }
  }
}
