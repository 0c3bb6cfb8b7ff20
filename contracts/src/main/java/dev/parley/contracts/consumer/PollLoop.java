package dev.parley.contracts.consumer;

import dev.parley.contracts.codec.RecordCodec;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;

/// Reads one topic as a member of a consumer group: decode, hand over, commit, on one thread.
///
/// Offsets are committed when the effects of their batch are acknowledged, in order, so what was
/// not finished comes again. Up to [#MAX_IN_FLIGHT] batches may wait for their effects while the
/// next one is handled.
///
/// @param <T> the records of the topic
public final class PollLoop<T> implements AutoCloseable {
  /// Batches whose effects may be outstanding at one time.
  public static final int MAX_IN_FLIGHT = 4;

  private static final System.Logger LOG = System.getLogger(PollLoop.class.getName());
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration EFFECTS_LIMIT = Duration.ofSeconds(15);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(10);
  private static final int MAX_BACK_OFF_MILLIS = 2_000;

  private final String topic;
  private final Consumer<String, byte[]> consumer;
  private final RecordReader<T> reader;
  private final DeadLetterPublisher deadLetters;
  private final BatchHandler<T> handler;
  private final Deque<InFlight> inFlight = new ArrayDeque<>();
  private final Thread thread;
  private volatile boolean running = true;
  private volatile long lastPollNanos = System.nanoTime();
  private int backOffMillis;

  private record InFlight(
      CompletableFuture<?> effects,
      Map<TopicPartition, OffsetAndMetadata> next,
      Map<TopicPartition, Long> first) {}

  /// Prepares a loop; [#start()] starts it. The loop closes the consumer.
  ///
  /// @param topic topic to read
  /// @param consumer a consumer with a group, not subscribed yet
  /// @param codec codec of the topic
  /// @param deadLetters where unreadable and poison records go
  /// @param handler the feature
  public PollLoop(
      String topic,
      Consumer<String, byte[]> consumer,
      RecordCodec<T> codec,
      DeadLetterPublisher deadLetters,
      BatchHandler<T> handler) {
    this.topic = topic;
    this.consumer = consumer;
    this.reader = new RecordReader<>(codec, deadLetters);
    this.deadLetters = deadLetters;
    this.handler = handler;
    this.thread = Thread.ofPlatform().name("poll-" + topic).unstarted(this::run);
  }

  /// Starts the loop's thread.
  public void start() {
    thread.start();
  }

  /// {@return time since the loop last came by its poll; long while it hangs or has died}
  public Duration sinceLastPoll() {
    return Duration.ofNanos(System.nanoTime() - lastPollNanos);
  }

  /// {@return whether the loop's thread lives}
  public boolean isAlive() {
    return thread.isAlive();
  }

  /// {@return number of records of unknown kind that were skipped}
  public long unknownKinds() {
    return reader.unknownKinds();
  }

  /// Stops after the batch in hand: waits for its effects, commits, leaves the group. Returns when
  /// that is done, or after ten seconds.
  @Override
  public void close() {
    running = false;
    consumer.wakeup();
    try {
      thread.join(CLOSE_LIMIT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    consumer.subscribe(List.of(topic), new Rebalance());
    try (consumer) {
      while (running) {
        turn();
      }
      finishInFlight();
    } catch (WakeupException e) {
      finishInFlight();
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "poll loop died topic=" + topic, e);
    }
  }

  private void turn() {
    lastPollNanos = System.nanoTime();
    try {
      ConsumerRecords<String, byte[]> polled = consumer.poll(POLL);
      commitFinished();
      if (!polled.isEmpty()) {
        handle(polled);
        backOffMillis = 0;
      }
    } catch (TemporaryFaultException e) {
      backOff(e);
    } catch (WakeupException e) {
      throw e;
    } catch (KafkaException e) {
      backOff(e);
    }
  }

  private void handle(ConsumerRecords<String, byte[]> polled) {
    RecordReader.Batch<T> batch = reader.read(polled);
    List<CompletableFuture<?>> effects = new ArrayList<>(batch.deadLetters());
    try {
      if (!batch.records().isEmpty()) {
        effects.add(handler.onBatch(batch.records()));
      }
    } catch (TemporaryFaultException e) {
      rewind(firstOffsets(polled));
      throw e;
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "batch failed, isolating its records topic=" + topic, e);
      handleOneByOne(polled, batch.records(), effects);
    }
    inFlight.add(
        new InFlight(
            CompletableFuture.allOf(effects.toArray(CompletableFuture[]::new)),
            polled.nextOffsets(),
            firstOffsets(polled)));
    if (inFlight.size() >= MAX_IN_FLIGHT) {
      awaitOldest();
    }
  }

  private void handleOneByOne(
      ConsumerRecords<String, byte[]> polled,
      List<Received<T>> records,
      List<CompletableFuture<?>> effects) {
    for (Received<T> record : records) {
      try {
        effects.add(handler.onBatch(List.of(record)));
      } catch (TemporaryFaultException e) {
        rewind(firstOffsets(polled));
        throw e;
      } catch (RuntimeException e) {
        effects.add(deadLetters.publish(raw(polled, record), e.toString()));
      }
    }
  }

  private ConsumerRecord<String, byte[]> raw(
      ConsumerRecords<String, byte[]> polled, Received<T> record) {
    return polled.records(record.source()).stream()
        .filter(raw -> raw.offset() == record.offset())
        .findFirst()
        .orElseThrow();
  }

  private void commitFinished() {
    Map<TopicPartition, OffsetAndMetadata> offsets = null;
    while (!inFlight.isEmpty() && inFlight.peek().effects().isDone()) {
      InFlight done = inFlight.remove();
      if (done.effects().isCompletedExceptionally()) {
        redoFrom(done);
        return;
      }
      offsets = offsets == null ? new HashMap<>() : offsets;
      offsets.putAll(done.next());
    }
    if (offsets != null) {
      // A commit that fails is made good by the next one; a crash before it only repeats effects.
      consumer.commitAsync(offsets, null);
    }
  }

  private void awaitOldest() {
    InFlight oldest = inFlight.getFirst();
    try {
      oldest.effects().get(EFFECTS_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      inFlight.remove();
      redoFrom(oldest);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      running = false;
    }
  }

  private void redoFrom(InFlight failed) {
    LOG.log(System.Logger.Level.WARNING, "effects failed, handling again topic={0}", topic);
    Map<TopicPartition, Long> first = new HashMap<>(failed.first());
    inFlight.forEach(later -> later.first().forEach(first::putIfAbsent));
    inFlight.clear();
    rewind(first);
  }

  private void rewind(Map<TopicPartition, Long> first) {
    Collection<TopicPartition> assigned = consumer.assignment();
    first.forEach((partition, offset) -> {
      if (assigned.contains(partition)) {
        consumer.seek(partition, offset);
      }
    });
  }

  private static Map<TopicPartition, Long> firstOffsets(ConsumerRecords<String, byte[]> polled) {
    Map<TopicPartition, Long> first = new HashMap<>();
    for (TopicPartition partition : polled.partitions()) {
      first.put(partition, polled.records(partition).getFirst().offset());
    }
    return first;
  }

  private void backOff(RuntimeException fault) {
    backOffMillis = Math.min(MAX_BACK_OFF_MILLIS, Math.max(50, backOffMillis * 2));
    LOG.log(
        System.Logger.Level.WARNING,
        "will try again topic={0} after={1}ms cause={2}",
        topic,
        backOffMillis,
        fault);
    try {
      TimeUnit.MILLISECONDS.sleep(backOffMillis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      running = false;
    }
  }

  private void finishInFlight() {
    try {
      CompletableFuture.allOf(
              inFlight.stream().map(InFlight::effects).toArray(CompletableFuture[]::new))
          .get(CLOSE_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      LOG.log(System.Logger.Level.WARNING, "effects unfinished topic={0} cause={1}", topic, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    while (!inFlight.isEmpty()
        && inFlight.peek().effects().isDone()
        && !inFlight.peek().effects().isCompletedExceptionally()) {
      offsets.putAll(inFlight.remove().next());
    }
    inFlight.clear();
    commitSync(offsets);
  }

  private void commitSync(Map<TopicPartition, OffsetAndMetadata> offsets) {
    if (offsets.isEmpty()) {
      return;
    }
    try {
      consumer.commitSync(offsets, CLOSE_LIMIT);
    } catch (KafkaException e) {
      LOG.log(System.Logger.Level.WARNING, "last commit failed topic={0} cause={1}", topic, e);
    }
  }

  private final class Rebalance implements ConsumerRebalanceListener {
    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
      handler.onAssigned(partitions);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
      finishInFlight();
      handler.onRevoked(partitions);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
      inFlight.clear();
      handler.onRevoked(partitions);
    }
  }
}
