package dev.parley.deploy.local.rebuild;

import dev.parley.contracts.topic.Topics;
import dev.parley.deploy.local.console.TroubleException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/// What the log of conversations holds.
///
/// @param first offset of the first record, by partition
/// @param end offset after the last record, by partition
record LogExtent(Map<Integer, Long> first, Map<Integer, Long> end) {

  private static final long LIMIT_SECONDS = 30;

  /// {@return what it holds}
  ///
  /// @param bootstrapServers address of a broker
  /// @throws TroubleException if the broker does not say
  static LogExtent read(String bootstrapServers) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      int partitions = partitions(admin);
      return new LogExtent(
          offsets(admin, partitions, OffsetSpec.earliest()),
          offsets(admin, partitions, OffsetSpec.latest()));
    } catch (ExecutionException | TimeoutException e) {
      throw new TroubleException(
          "Kafka does not say what is in " + Topics.CONVERSATIONS + ": " + e.getMessage(),
          "see the log of Kafka: ./parley logs kafka");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TroubleException("interrupted", "try again");
    }
  }

  /// Checks that everything that the tables hold is still in the log.
  ///
  /// @param targets offset after the last record that the tables know, by partition
  /// @throws TroubleException if it is not
  void requireAll(Map<Integer, Long> targets) {
    first.forEach((partition, begin) -> {
      if (begin > 0) {
        throw new TroubleException(
            "the log was cut: partition %d begins at %d, not at 0".formatted(partition, begin),
            "the tables cannot be made from it again; restore a backup: ./parley restore FILE");
      }
    });
    targets.forEach((partition, target) -> {
      long held = end.getOrDefault(partition, 0L);
      if (target > held) {
        throw new TroubleException(
            "the log is not the one that the tables were made from: partition %d ends at %d, they know %d records"
                .formatted(partition, held, target),
            "take a backup, which needs no log, and restore it: ./parley backup FILE, then ./parley"
                + " restore --replace FILE");
      }
    });
  }

  private static int partitions(Admin admin)
      throws ExecutionException, TimeoutException, InterruptedException {
    return admin
        .describeTopics(List.of(Topics.CONVERSATIONS))
        .allTopicNames()
        .get(LIMIT_SECONDS, TimeUnit.SECONDS)
        .values()
        .iterator()
        .next()
        .partitions()
        .size();
  }

  private static Map<Integer, Long> offsets(Admin admin, int partitions, OffsetSpec which)
      throws ExecutionException, TimeoutException, InterruptedException {
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    IntStream.range(0, partitions)
        .forEach(number -> asked.put(new TopicPartition(Topics.CONVERSATIONS, number), which));
    Map<TopicPartition, ListOffsetsResultInfo> found =
        admin.listOffsets(asked).all().get(LIMIT_SECONDS, TimeUnit.SECONDS);
    Map<Integer, Long> offsets = new HashMap<>();
    found.forEach((partition, info) -> offsets.put(partition.partition(), info.offset()));
    return offsets;
  }
}
