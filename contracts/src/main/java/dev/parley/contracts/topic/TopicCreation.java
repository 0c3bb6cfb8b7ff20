package dev.parley.contracts.topic;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/// Makes the topics of a [TopicLayout], by whichever service comes first.
public final class TopicCreation {
  private static final Duration RETRY_PAUSE = Duration.ofMillis(50);

  private final Admin admin;
  private final Duration limit;
  private final int limitMillis;

  /// Uses an admin client that the caller closes.
  ///
  /// @param admin client of the cluster
  /// @param limit longest wait for each answer of the cluster
  public TopicCreation(Admin admin, Duration limit) {
    this.admin = admin;
    this.limit = limit;
    this.limitMillis = Math.toIntExact(limit.toMillis());
  }

  /// Makes what is missing and checks what is there.
  ///
  /// @param layout the wanted layout
  /// @throws TopicLayoutException if a topic has another partition count than the layout, or the
  ///   cluster does not answer in time
  public void ensureShared(TopicLayout layout) {
    List<NewTopic> topics = layout.sharedTopics();
    topics.forEach(this::create);
    topics.forEach(this::checkPartitions);
  }

  /// Makes the topic of one gateway.
  ///
  /// @param layout the layout it follows
  /// @param gateway id of the gateway
  /// @throws TopicLayoutException if the cluster does not answer in time
  public void ensureGateway(TopicLayout layout, String gateway) {
    create(layout.gatewayTopic(gateway));
  }

  private void create(NewTopic topic) {
    try {
      // The client gives up then as well: closing it waits for what it has not given up.
      admin
          .createTopics(List.of(topic), new CreateTopicsOptions().timeoutMs(limitMillis))
          .all()
          .get(limitMillis, TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new TopicLayoutException("cannot create topic " + topic.name(), e.getCause());
      }
    } catch (TimeoutException e) {
      throw new TopicLayoutException("no answer while creating topic " + topic.name(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TopicLayoutException("interrupted while creating topic " + topic.name(), e);
    }
  }

  private void checkPartitions(NewTopic wanted) {
    int found = describe(wanted.name()).partitions().size();
    if (found != wanted.numPartitions()) {
      throw new TopicLayoutException(
          "topic %s must have %d partitions, got %d; the count is fixed for life: set parley.topics.partitions=%d"
              .formatted(wanted.name(), wanted.numPartitions(), found, found),
          null);
    }
  }

  /// A topic made a moment ago may not be known yet to the broker that is asked.
  private TopicDescription describe(String topic) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (true) {
      try {
        return describeOnce(topic);
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof UnknownTopicOrPartitionException)
            || System.nanoTime() > deadline) {
          throw new TopicLayoutException("cannot describe topic " + topic, e.getCause());
        }
        LockSupport.parkNanos(RETRY_PAUSE.toNanos());
      }
    }
  }

  private TopicDescription describeOnce(String topic) throws ExecutionException {
    try {
      return admin
          .describeTopics(List.of(topic), new DescribeTopicsOptions().timeoutMs(limitMillis))
          .topicNameValues()
          .values()
          .iterator()
          .next()
          .get(limitMillis, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new TopicLayoutException("no answer while describing topic " + topic, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TopicLayoutException("interrupted while describing topic " + topic, e);
    }
  }
}
