package dev.parley.deploy.bench.spine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/// The middle of the spine: polls messages, stores a poll with one statement, and hands it on.
///
/// Any fault ends the process: this is a measure, not a product.
final class SpineRouter {

  private static final Duration POLL = Duration.ofMillis(200);
  // As in the product.
  private static final int MAX_POLL_RECORDS = 500;

  private final BatchInsert database;
  private final Consumer<String, byte[]> consumer;
  private final Producer<String, byte[]> producer;
  private final Map<String, Long> seqs = new HashMap<>();

  private SpineRouter(
      BatchInsert database, Consumer<String, byte[]> consumer, Producer<String, byte[]> producer) {
    this.database = database;
    this.consumer = consumer;
    this.producer = producer;
  }

  /// Runs a router until standard input ends.
  ///
  /// @param arguments bootstrap servers, JDBC address, user; the password is in `SPINE_PASSWORD`
  static void main(String[] arguments) throws IOException, SQLException {
    SpineKafka kafka = new SpineKafka(arguments[0]);
    BatchInsert database =
        BatchInsert.connect(arguments[1], arguments[2], System.getenv("SPINE_PASSWORD"));
    Consumer<String, byte[]> consumer = kafka.groupConsumer("spine-router", MAX_POLL_RECORDS);
    SpineRouter router = new SpineRouter(database, consumer, kafka.producer());
    Thread.ofPlatform().name("spine-router").start(router::run);
    Leash.hold();
  }

  private void run() {
    try {
      consumer.subscribe(List.of(SpineTopics.MESSAGES));
      while (true) {
        relay(consumer.poll(POLL));
      }
    } catch (SQLException | RuntimeException e) {
      System.Logger log = System.getLogger(SpineRouter.class.getName());
      log.log(System.Logger.Level.ERROR, "router died", e);
      Runtime.getRuntime().halt(1);
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the callback sees every failure
  private void relay(ConsumerRecords<String, byte[]> polled) throws SQLException {
    if (polled.isEmpty()) {
      return;
    }
    List<Message> messages = new ArrayList<>(polled.count());
    for (ConsumerRecord<String, byte[]> record : polled) {
      messages.add(Message.of(record));
    }
    database.store(messages);
    List<Entry> entries = messages.stream().map(this::number).toList();
    producer.send(
        new ProducerRecord<>(SpineTopics.GATEWAY, null, Entry.encode(entries)),
        (_, failure) -> {
          if (failure != null) {
            Runtime.getRuntime().halt(1);
          }
        });
    consumer.commitAsync();
  }

  private Entry number(Message message) {
    long seq = seqs.merge(message.conversation(), 1L, Long::sum);
    byte[] text = message.body().getBytes(StandardCharsets.UTF_8);
    return new Entry(message.conversation(), seq, message.at(), message.author(), text);
  }
}
