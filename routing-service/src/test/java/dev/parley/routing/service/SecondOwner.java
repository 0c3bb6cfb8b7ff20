package dev.parley.routing.service;

import dev.parley.contracts.codec.Codecs;
import dev.parley.contracts.codec.Decoded;
import dev.parley.contracts.conversation.ConversationRecord;
import dev.parley.contracts.topic.KafkaSettings;
import dev.parley.contracts.topic.Topics;
import dev.parley.deploy.embedded.SharedStack;
import dev.parley.routing.batch.Engine;
import dev.parley.routing.batch.Log;
import dev.parley.routing.batch.RecordingPublisher;
import dev.parley.routing.batch.Storage;
import dev.parley.routing.conversation.Cause;
import dev.parley.routing.conversation.LogRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/// An instance that wrongly believes to own every partition: it reads the same log as the service
/// under test, without its consumer group, and writes to the same database.
final class SecondOwner implements AutoCloseable {
  private final Engine engine;
  private final KafkaConsumer<String, byte[]> consumer;
  private final Thread thread;
  private volatile boolean running = true;

  SecondOwner(Storage storage, RecordingPublisher publisher, List<String> accounts) {
    engine = new Engine(storage, publisher).withAccounts(accounts.toArray(String[]::new));
    KafkaSettings settings =
        new KafkaSettings(Map.of("bootstrap.servers", SharedStack.instance().bootstrapServers()));
    consumer = new KafkaConsumer<>(settings.tail(50));
    List<TopicPartition> all =
        IntStream.range(0, Log.PARTITIONS)
            .mapToObj(i -> new TopicPartition(Topics.CONVERSATIONS, i))
            .toList();
    consumer.assign(all);
    consumer.seekToEnd(all);
    all.forEach(consumer::position);
    thread = Thread.ofPlatform().name("second-owner").start(this::run);
  }

  private void run() {
    while (running) {
      List<LogRecord> batch = new ArrayList<>();
      consumer.poll(Duration.ofMillis(50)).forEach(record -> add(batch, record));
      if (!batch.isEmpty()) {
        engine.process(batch).join();
      }
    }
    consumer.close();
  }

  private static void add(List<LogRecord> batch, ConsumerRecord<String, byte[]> record) {
    if (Codecs.CONVERSATIONS.decode(record.value())
        instanceof Decoded.Known<ConversationRecord>(ConversationRecord known)) {
      Cause cause = new Cause(record.partition(), record.offset(), record.timestamp());
      batch.add(new LogRecord(known, cause));
    }
  }

  @Override
  public void close() {
    running = false;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
