package dev.parley.contracts.consumer;

import dev.parley.contracts.codec.RecordCodec;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;

/// Reads one topic as a member of a consumer group: decode, hand over, commit, on one thread.
///
/// Offsets are committed once the effects of their batch are acknowledged, in order and a few times
/// a second, so what was not finished comes again. A bounded number of batches may wait for their
/// effects while the next one is handled.
///
/// @param <T> the records of the topic
public final class PollLoop<T> implements AutoCloseable {
  /// Batches whose effects may usually be outstanding at one time.
  public static final int FEW_IN_FLIGHT = 4;

  /// The same where effects take their time and cost nothing meanwhile.
  public static final int MANY_IN_FLIGHT = 64;

  private static final System.Logger LOG = System.getLogger(PollLoop.class.getName());
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration EFFECTS_LIMIT = Duration.ofSeconds(15);
  // A statement that a silent database holds ends after 5 s, a new connection after 2.
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(8);

  private final String topic;
  private final Consumer<String, byte[]> consumer;
  private final int maxInFlight;
  private final RecordReader<T> reader;
  private final BatchHandler<T> handler;
  private final HandOver<T> handOver;
  private final BatchesInFlight inFlight = new BatchesInFlight();
  private final HeldCommits heldCommits = new HeldCommits();
  private final BackOff backOff;
  private final Lags lags;
  private final LoopThread thread;

  /// Prepares a loop; [#start()] starts it. The loop closes the consumer.
  ///
  /// @param topic topic to read
  /// @param maxInFlight most batches whose effects are outstanding, at least 1
  /// @param consumer a consumer with a group, not subscribed yet
  /// @param codec codec of the topic
  /// @param deadLetters where unreadable and poison records go
  /// @param handler the feature
  public PollLoop(
      String topic,
      int maxInFlight,
      Consumer<String, byte[]> consumer,
      RecordCodec<T> codec,
      DeadLetterPublisher deadLetters,
      BatchHandler<T> handler) {
    this.topic = topic;
    this.maxInFlight = maxInFlight;
    this.consumer = consumer;
    this.reader = new RecordReader<>(codec, deadLetters);
    this.handler = handler;
    this.handOver = new HandOver<>(topic, handler);
    this.backOff = new BackOff(topic);
    this.lags = new Lags(consumer);
    this.thread = new LoopThread("poll-" + topic, this::run, consumer, CLOSE_LIMIT);
  }

  /// Starts the loop's thread.
  public void start() {
    thread.start();
  }

  /// {@return time since the loop last came by its poll; long while it hangs or has died}
  public Duration sinceLastPoll() {
    return thread.sinceLastTurn();
  }

  /// {@return whether the loop's thread lives}
  public boolean isAlive() {
    return thread.isAlive();
  }

  /// {@return number of records of unknown kind that were skipped}
  public long unknownKinds() {
    return reader.unknownKinds();
  }

  /// {@return records of a partition that wait to be read, as of a second ago; 0 for a partition
  /// that another instance owns}
  ///
  /// @param partition number of the partition
  public long lag(int partition) {
    return lags.of(partition);
  }

  /// Stops after the batch in hand: waits for its effects, commits, leaves the group. Returns when
  /// that is done, or after ten seconds.
  @Override
  public void close() {
    thread.close();
  }

  private void run() {
    try {
      readAndClose();
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "poll loop died topic=" + topic, e);
    }
  }

  private void readAndClose() {
    try {
      consumer.subscribe(List.of(topic), new Rebalance());
      turnUntilClosed();
      finishInFlight();
      inFlight.takeAll(); // Unfinished for good: closing the consumer need not wait for it again.
    } finally {
      thread.closeConsumer();
    }
  }

  private void turnUntilClosed() {
    try {
      while (thread.isRunning()) {
        turn();
      }
    } catch (WakeupException e) {
      // That is how close() gets the loop out of its poll.
    }
  }

  private void turn() {
    thread.onTurn();
    try {
      // Before the poll: what failed is read again by it, and nothing behind it is committed.
      commitDone();
      lags.refreshIfDue();
      ConsumerRecords<String, byte[]> polled = consumer.poll(POLL);
      if (!polled.isEmpty()) {
        handle(polled);
      }
    } catch (WakeupException e) {
      throw e;
    } catch (TemporaryFaultException | KafkaException e) {
      pause(e);
    }
  }

  private void handle(ConsumerRecords<String, byte[]> polled) {
    RecordReader.Batch<T> batch = reader.read(polled);
    List<CompletableFuture<?>> effects;
    try {
      effects = handOver.batch(batch, polled);
    } catch (TemporaryFaultException e) {
      rewind(BatchesInFlight.firstOffsets(polled));
      throw e;
    }
    effects.addAll(reader.settle(batch));
    inFlight.add(effects, polled);
    if (inFlight.size() >= maxInFlight) {
      awaitOldest();
    }
  }

  private void commitDone() {
    Map<TopicPartition, OffsetAndMetadata> done = inFlight.takeDone();
    if (!done.isEmpty()) {
      heldCommits.add(done);
      backOff.reset();
    }
    Map<TopicPartition, OffsetAndMetadata> due = heldCommits.takeIfDue();
    if (!due.isEmpty()) {
      // A commit that fails is made good by the next one; a crash before it only repeats effects.
      consumer.commitAsync(due, null);
    }
    inFlight.oldestFailure().ifPresent(this::handleAgain);
  }

  private void handleAgain(Throwable cause) {
    rewind(inFlight.takeAll());
    throw new TemporaryFaultException("effects failed", cause);
  }

  private void awaitOldest() {
    try {
      inFlight.awaitOldest(EFFECTS_LIMIT);
    } catch (TimeoutException e) {
      handleAgain(e);
    } catch (InterruptedException e) {
      thread.interrupted();
    }
  }

  private void rewind(Map<TopicPartition, Long> first) {
    Collection<TopicPartition> assigned = consumer.assignment();
    first.forEach((partition, offset) -> {
      if (assigned.contains(partition)) {
        consumer.seek(partition, offset);
      }
    });
  }

  private void pause(RuntimeException fault) {
    if (!backOff.pause(fault)) {
      thread.interrupted();
    }
  }

  /// Waits for effects and commits what is done; the rest stays in flight.
  private void finishInFlight() {
    try {
      inFlight.awaitAll(CLOSE_LIMIT);
    } catch (TimeoutException e) {
      LOG.log(System.Logger.Level.WARNING, "effects unfinished topic={0}", topic);
    } catch (InterruptedException e) {
      thread.interrupted();
    }
    heldCommits.add(inFlight.takeDone());
    Map<TopicPartition, OffsetAndMetadata> done = heldCommits.takeAll();
    if (!done.isEmpty()) {
      commitSync(done);
    }
  }

  private void commitSync(Map<TopicPartition, OffsetAndMetadata> offsets) {
    try {
      commitSyncAlthoughWoken(offsets);
    } catch (KafkaException e) {
      LOG.log(System.Logger.Level.WARNING, "last commit failed topic={0} cause={1}", topic, e);
    }
  }

  private void commitSyncAlthoughWoken(Map<TopicPartition, OffsetAndMetadata> offsets) {
    try {
      consumer.commitSync(offsets, CLOSE_LIMIT);
    } catch (WakeupException e) {
      // close() found no poll to wake; the next call that blocks hears of it, and only that one.
      consumer.commitSync(offsets, CLOSE_LIMIT);
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
      inFlight.forget(partitions);
      rewind(inFlight.takeAll());
      handler.onRevoked(partitions);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
      inFlight.forget(partitions);
      heldCommits.forget(partitions);
      handler.onRevoked(partitions);
    }
  }
}
