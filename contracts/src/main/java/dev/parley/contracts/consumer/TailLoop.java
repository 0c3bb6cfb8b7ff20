package dev.parley.contracts.consumer;

import dev.parley.contracts.codec.RecordCodec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.WakeupException;

/// Reads every partition of one topic without a group, on one thread, and commits nothing.
///
/// For what each instance must know for itself: a gateway's own topic, who owns a partition, which
/// accounts exist.
///
/// @param <T> the records of the topic
public final class TailLoop<T> implements AutoCloseable {
  /// Where reading begins.
  public enum From {
    /// At the oldest record.
    BEGINNING,
    /// After the newest record.
    END
  }

  /// What a feature does with the records. Runs on the loop's thread; an exception is logged and
  /// the records are passed over.
  ///
  /// @param <T> the records of the topic
  @FunctionalInterface
  public interface Listener<T> {
    /// Takes the records of one poll.
    ///
    /// @param batch at least one record
    void onRecords(List<Received<T>> batch);
  }

  private static final System.Logger LOG = System.getLogger(TailLoop.class.getName());
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);

  private final String topic;
  private final From from;
  private final Consumer<String, byte[]> consumer;
  private final RecordReader<T> reader;
  private final Listener<T> listener;
  private final LoopThread thread;
  private final Queue<CompletableFuture<Void>> catchUps = new ConcurrentLinkedQueue<>();
  private final List<Waiting> waiting = new ArrayList<>();
  private final CompletableFuture<Void> started = new CompletableFuture<>();
  private final BackOff backOff;
  private volatile boolean ended;
  private List<TopicPartition> partitions = List.of();

  private record Waiting(Map<TopicPartition, Long> ends, CompletableFuture<Void> reached) {}

  /// Prepares a loop; [#start()] starts it. The loop closes the consumer.
  ///
  /// @param topic topic to read; must exist
  /// @param from where to begin
  /// @param consumer a consumer without a group
  /// @param codec codec of the topic
  /// @param deadLetters where unreadable records go
  /// @param listener the feature
  public TailLoop(
      String topic,
      From from,
      Consumer<String, byte[]> consumer,
      RecordCodec<T> codec,
      DeadLetterPublisher deadLetters,
      Listener<T> listener) {
    this.topic = topic;
    this.from = from;
    this.consumer = consumer;
    this.reader = new RecordReader<>(codec, deadLetters);
    this.listener = listener;
    this.backOff = new BackOff(topic);
    this.thread = new LoopThread("tail-" + topic, this::run, consumer, CLOSE_LIMIT);
  }

  /// Starts the loop's thread.
  ///
  /// @return completes when the starting position is known: what is written later will be read; is
  ///   cancelled if the loop ends before
  public CompletableFuture<Void> start() {
    thread.start();
    return started;
  }

  /// Asks for everything that is in the topic now.
  ///
  /// @return completes on the loop's thread when all of it has been handed to the listener; is
  ///   cancelled if the loop ends before
  public CompletableFuture<Void> caughtUp() {
    CompletableFuture<Void> reached = new CompletableFuture<>();
    catchUps.add(reached);
    if (ended) {
      cancelCatchUps();
    } else {
      consumer.wakeup();
    }
    return reached;
  }

  /// {@return time since the loop last came by its poll}
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

  /// Stops reading; returns when the thread has ended, or after five seconds.
  @Override
  public void close() {
    if (!thread.close()) {
      end();
    }
  }

  private void run() {
    try {
      readAndClose();
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "tail loop died topic=" + topic, e);
    } finally {
      end();
    }
  }

  private void readAndClose() {
    try {
      while (thread.isRunning()) {
        turn();
      }
    } finally {
      thread.closeConsumer();
    }
  }

  /// Leaves nobody waiting for what will not happen.
  private void end() {
    ended = true;
    started.cancel(false);
    waiting.forEach(wait -> wait.reached().cancel(false));
    cancelCatchUps();
  }

  private void cancelCatchUps() {
    for (var reached = catchUps.poll(); reached != null; reached = catchUps.poll()) {
      reached.cancel(false);
    }
  }

  private void turn() {
    thread.onTurn();
    try {
      if (partitions.isEmpty()) {
        assign();
      }
      noteCatchUps();
      // Who asks when nothing is missing must not wait for a poll that brings nothing.
      completeCatchUps();
      handOver(reader.read(consumer.poll(POLL)));
      completeCatchUps();
      backOff.reset();
    } catch (WakeupException e) {
      // Woken to stop or to note a catch-up; the loop's condition decides.
    } catch (KafkaException e) {
      pause(e);
    }
  }

  private void handOver(RecordReader.Batch<T> batch) {
    reader.settle(batch);
    try {
      if (!batch.records().isEmpty()) {
        listener.onRecords(batch.records());
      }
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "records passed over topic=" + topic, e);
    }
  }

  private void assign() {
    List<TopicPartition> found =
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    if (found.isEmpty()) {
      // A topic made a moment ago may not be known yet to the broker that is asked.
      throw new UnknownTopicOrPartitionException(topic);
    }
    consumer.assign(found);
    if (from == From.END) {
      consumer.seekToEnd(found);
    } else {
      consumer.seekToBeginning(found);
    }
    found.forEach(consumer::position);
    partitions = found;
    started.complete(null);
  }

  private void noteCatchUps() {
    while (!catchUps.isEmpty()) {
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      waiting.add(new Waiting(ends, catchUps.remove()));
    }
  }

  private void completeCatchUps() {
    waiting.removeIf(wait -> {
      boolean reached =
          wait.ends().entrySet().stream()
              .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
      if (reached) {
        wait.reached().complete(null);
      }
      return reached;
    });
  }

  private void pause(KafkaException fault) {
    if (!backOff.pause(fault)) {
      thread.interrupted();
    }
  }
}
