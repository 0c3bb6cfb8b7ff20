package dev.parley.contracts.consumer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetCommitCallback;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/// Kafka's mock with three habits of the real consumer that matter here and that it lacks: what was
/// read can be read again after a seek, a wake-up interrupts whatever blocks next, and closing
/// gives the partitions up.
final class LogConsumer extends MockConsumer<String, byte[]> {
  static final String TOPIC = "parley.accounts";

  private final Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> log = new HashMap<>();
  private final List<Map<TopicPartition, OffsetAndMetadata>> commits = new CopyOnWriteArrayList<>();
  private final AtomicBoolean woken = new AtomicBoolean();
  private volatile boolean wasWoken;
  private volatile int polls;
  private volatile int maxRecords = 500;
  private boolean losing;

  /// Makes a topic; a group's consumer is given all of it with its first poll.
  LogConsumer(int partitions) {
    super("earliest");
    for (int i = 0; i < partitions; i++) {
      log.put(partition(i), new ArrayList<>());
      updateBeginningOffsets(Map.of(partition(i), 0L));
    }
    schedulePollTask(this::assignAll);
  }

  /// {@return a consumer that polls one record at a time}
  LogConsumer oneByOne() {
    maxRecords = 1;
    return this;
  }

  static TopicPartition partition(int number) {
    return new TopicPartition(TOPIC, number);
  }

  /// Lets the topic exist for one that assigns itself.
  synchronized void announceTopic() {
    updatePartitions(
        TOPIC,
        log.keySet().stream()
            .map(each -> new PartitionInfo(TOPIC, each.partition(), null, null, null))
            .toList());
  }

  /// Appends a record as a producer would.
  synchronized long append(int partition, String key, byte @Nullable [] value) {
    List<ConsumerRecord<String, byte[]>> records = recordsOf(partition(partition));
    long offset = records.size();
    records.add(
        new ConsumerRecord<>(
            TOPIC,
            partition,
            offset,
            offset * 1_000,
            TimestampType.LOG_APPEND_TIME,
            0,
            0,
            key,
            value,
            new RecordHeaders(),
            Optional.empty()));
    return offset;
  }

  /// Lets the group take partitions away or give them back with the next poll.
  void assignWithNextPoll(int... partitions) {
    List<TopicPartition> wanted =
        Arrays.stream(partitions).mapToObj(LogConsumer::partition).toList();
    schedulePollTask(() -> rebalance(wanted));
  }

  /// Lets the group take a partition away without asking, as from a member that was silent.
  void loseWithNextPoll(int lost) {
    schedulePollTask(() -> {
      losing = true;
      rebalance(assignment().stream().filter(each -> each.partition() != lost).toList());
      losing = false;
    });
  }

  /// {@return every commit so far, each as partition number and next offset}
  List<Map<Integer, Long>> commits() {
    return commits.stream().map(LogConsumer::simplify).toList();
  }

  /// {@return next offset to be read after a crash}
  long committed(int partition) {
    return commits().stream()
        .map(commit -> commit.getOrDefault(partition, -1L))
        .filter(offset -> offset >= 0)
        .reduce(0L, (_, later) -> later);
  }

  int polls() {
    return polls;
  }

  /// {@return whether somebody has asked whatever blocks to stop}
  boolean wasWoken() {
    return wasWoken;
  }

  @Override
  public void subscribe(Collection<String> topics, ConsumerRebalanceListener listener) {
    super.subscribe(
        topics,
        new ConsumerRebalanceListener() {
          @Override
          public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            listener.onPartitionsAssigned(partitions);
          }

          @Override
          public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            if (losing) {
              listener.onPartitionsLost(partitions);
            } else {
              listener.onPartitionsRevoked(partitions);
            }
          }
        });
  }

  @Override
  public synchronized ConsumerRecords<String, byte[]> poll(Duration timeout) {
    polls++;
    throwIfWoken();
    queueWhatIsNext();
    ConsumerRecords<String, byte[]> polled = super.poll(timeout);
    if (polled.isEmpty()) {
      idle();
    }
    return polled;
  }

  @Override
  public synchronized void commitAsync(
      Map<TopicPartition, OffsetAndMetadata> offsets, @Nullable OffsetCommitCallback callback) {
    commits.add(Map.copyOf(offsets));
    super.commitAsync(offsets, callback);
  }

  @Override
  public synchronized void commitSync(
      Map<TopicPartition, OffsetAndMetadata> offsets, Duration timeout) {
    throwIfWoken();
    super.commitSync(offsets, timeout);
  }

  @Override
  public synchronized Map<TopicPartition, Long> endOffsets(Collection<TopicPartition> partitions) {
    throwIfWoken();
    updateEnds();
    return super.endOffsets(partitions);
  }

  @Override
  public synchronized void seekToEnd(Collection<TopicPartition> partitions) {
    updateEnds();
    super.seekToEnd(partitions);
  }

  @Override
  public void wakeup() {
    wasWoken = true;
    woken.set(true);
  }

  @Override
  public synchronized void close(CloseOptions options) {
    if (!subscription().isEmpty() && !assignment().isEmpty()) {
      rebalance(List.of());
    }
    super.close(options);
  }

  private void assignAll() {
    if (!subscription().isEmpty()) {
      rebalance(log.keySet());
    }
  }

  private void queueWhatIsNext() {
    int room = maxRecords;
    for (TopicPartition partition : assignment()) {
      List<ConsumerRecord<String, byte[]>> records = recordsOf(partition);
      long from = position(partition);
      long to = Math.min(records.size(), from + room);
      IntStream.range((int) from, (int) to).mapToObj(records::get).forEach(this::addRecord);
      room -= (int) Math.max(0, to - from);
    }
  }

  private List<ConsumerRecord<String, byte[]>> recordsOf(TopicPartition partition) {
    return log.computeIfAbsent(partition, _ -> new ArrayList<>());
  }

  private void updateEnds() {
    log.forEach((partition, records) -> updateEndOffsets(Map.of(partition, (long) records.size())));
  }

  private void throwIfWoken() {
    if (woken.getAndSet(false)) {
      throw new WakeupException();
    }
  }

  /// Gives the lock to the test for a moment, as an idle poll gives it the processor.
  private void idle() {
    try {
      wait(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Map<Integer, Long> simplify(Map<TopicPartition, OffsetAndMetadata> commit) {
    Map<Integer, Long> simple = new HashMap<>();
    commit.forEach((partition, next) -> simple.put(partition.partition(), next.offset()));
    return simple;
  }
}
