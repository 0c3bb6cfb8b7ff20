package dev.parley.routing.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.ReplyTo;
import dev.parley.contracts.auth.AccountCreated;
import dev.parley.contracts.codec.Codecs;
import dev.parley.contracts.codec.DeadLetter;
import dev.parley.contracts.codec.DeadLetterRecord;
import dev.parley.contracts.codec.Decoded;
import dev.parley.contracts.conversation.ConversationRecord;
import dev.parley.contracts.conversation.Enroll;
import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.conversation.Post;
import dev.parley.contracts.conversation.Subscribe;
import dev.parley.contracts.delivery.Acknowledged;
import dev.parley.contracts.delivery.Delivered;
import dev.parley.contracts.delivery.GatewayRecord;
import dev.parley.contracts.delivery.Reply;
import dev.parley.contracts.delivery.Subscribed;
import dev.parley.contracts.query.QueryRecord;
import dev.parley.contracts.topic.KafkaSettings;
import dev.parley.contracts.topic.TopicCreation;
import dev.parley.contracts.topic.TopicLayout;
import dev.parley.contracts.topic.Topics;
import dev.parley.deploy.embedded.SharedStack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;

/// A gateway as routing-service sees one: writes requests, collects what is written to its topic.
final class TestGateway implements AutoCloseable {
  static final int PARTITIONS = 6;
  static final Duration LIMIT = Duration.ofSeconds(30);

  private final String id;
  private final KafkaSettings settings;
  private final KafkaProducer<String, byte[]> producer;
  private final KafkaConsumer<String, byte[]> consumer;
  private final AtomicLong requests = new AtomicLong();
  private final List<GatewayRecord> received = new CopyOnWriteArrayList<>();
  private final Thread reader;
  private volatile boolean running = true;

  private TestGateway(String id, KafkaSettings settings) {
    this.id = id;
    this.settings = settings;
    this.producer = new KafkaProducer<>(settings.producer());
    this.consumer = new KafkaConsumer<>(settings.tail(500));
    TopicPartition own = new TopicPartition(Topics.gateway(id), 0);
    consumer.assign(List.of(own));
    consumer.seekToBeginning(List.of(own));
    this.reader = Thread.ofPlatform().name("test-gateway").start(this::read);
  }

  static TestGateway open() {
    KafkaSettings settings =
        new KafkaSettings(Map.of("bootstrap.servers", SharedStack.instance().bootstrapServers()));
    String id = "test-" + UUID.randomUUID().toString().substring(0, 8);
    try (Admin admin = Admin.create(settings.admin())) {
      TopicCreation creation = new TopicCreation(admin, Duration.ofSeconds(10));
      TopicLayout layout = new TopicLayout(PARTITIONS, (short) 1);
      creation.ensureShared(layout);
      creation.ensureGateway(layout, id);
    }
    return new TestGateway(id, settings);
  }

  /// Makes accounts with random names that start as given.
  List<String> accounts(String... names) {
    return Stream.of(names).map(this::account).toList();
  }

  String account(String name) {
    String handle = name + "-" + UUID.randomUUID().toString().substring(0, 8);
    AccountCreated created = new AccountCreated(handle, System.currentTimeMillis() - 60_000);
    join(
        producer.send(
            new ProducerRecord<>(Topics.ACCOUNTS, handle, Codecs.ACCOUNTS.encode(created))));
    return handle;
  }

  ReplyTo nextReplyTo() {
    return new ReplyTo(id, requests.incrementAndGet());
  }

  String id() {
    return id;
  }

  /// Writes a request and waits for its answer.
  Reply ask(String key, Function<ReplyTo, ConversationRecord> request) {
    ReplyTo replyTo = nextReplyTo();
    write(key, request.apply(replyTo));
    return reply(replyTo);
  }

  Reply query(Function<ReplyTo, QueryRecord> query) {
    ReplyTo replyTo = nextReplyTo();
    join(
        producer.send(
            new ProducerRecord<>(Topics.QUERIES, id, Codecs.QUERIES.encode(query.apply(replyTo)))));
    return reply(replyTo);
  }

  Reply enroll(String account) {
    return ask(ConversationId.LOBBY, replyTo -> new Enroll(account, replyTo));
  }

  Acknowledged post(String conversation, String sender, String text) {
    return post(conversation, sender, UUID.randomUUID().toString(), text);
  }

  Acknowledged post(String conversation, String sender, String clientMessageId, String text) {
    ReplyTo replyTo = nextReplyTo();
    write(conversation, new Post(conversation, sender, clientMessageId, text, replyTo));
    return acknowledgement(replyTo);
  }

  Subscribed subscribe(String conversation, long after) {
    long before = subscribed(conversation).count();
    write(conversation, new Subscribe(id, Map.of(conversation, after)));
    await()
        .atMost(LIMIT)
        .untilAsserted(() -> assertThat(subscribed(conversation)).hasSizeGreaterThan((int) before));
    return subscribed(conversation).toList().getLast();
  }

  /// Writes without waiting for what comes of it.
  RecordMetadata write(String key, ConversationRecord record) {
    return join(writeLater(key, record));
  }

  private Future<RecordMetadata> writeLater(String key, ConversationRecord record) {
    return producer.send(
        new ProducerRecord<>(Topics.CONVERSATIONS, key, Codecs.CONVERSATIONS.encode(record)));
  }

  /// Writes any bytes to any partition.
  void writeRaw(int partition, String key, byte[] value) {
    join(producer.send(new ProducerRecord<>(Topics.CONVERSATIONS, partition, key, value)));
  }

  /// {@return all dead letters with a key}
  List<DeadLetter> deadLetters(String key) {
    TopicPartition only = new TopicPartition(Topics.DEAD_LETTER, 0);
    List<DeadLetter> letters = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> reader = new KafkaConsumer<>(settings.tail(500))) {
      reader.assign(List.of(only));
      reader.seekToBeginning(List.of(only));
      long end = reader.endOffsets(List.of(only)).getOrDefault(only, 0L);
      while (reader.position(only) < end) {
        reader
            .poll(Duration.ofMillis(100))
            .forEach(record -> {
              if (Codecs.DEAD_LETTER.decode(record.value())
                      instanceof Decoded.Known<DeadLetterRecord>(DeadLetter letter)
                  && key.equals(letter.key())) {
                letters.add(letter);
              }
            });
      }
    }
    return letters;
  }

  Acknowledged acknowledgement(ReplyTo replyTo) {
    await()
        .atMost(LIMIT)
        .untilAsserted(
            () -> assertThat(acknowledged()).anyMatch(each -> each.request() == replyTo.request()));
    return acknowledged()
        .filter(each -> each.request() == replyTo.request())
        .findFirst()
        .orElseThrow();
  }

  Reply reply(ReplyTo replyTo) {
    await()
        .atMost(LIMIT)
        .untilAsserted(
            () -> assertThat(replies()).anyMatch(each -> each.request() == replyTo.request()));
    return replies().filter(each -> each.request() == replyTo.request()).findFirst().orElseThrow();
  }

  Stream<Acknowledged> acknowledged() {
    return of(Delivered.class).flatMap(each -> each.acknowledged().stream());
  }

  Stream<Reply> replies() {
    return of(Reply.class);
  }

  /// Entries delivered live, in the order in which they came.
  List<Entry> delivered(String conversation) {
    return of(Delivered.class)
        .flatMap(each -> each.conversations().stream())
        .filter(each -> each.conversation().equals(conversation))
        .flatMap(each -> each.entries().stream())
        .toList();
  }

  List<GatewayRecord> received() {
    return received;
  }

  private Stream<Subscribed> subscribed(String conversation) {
    return of(Subscribed.class).filter(each -> each.conversation().equals(conversation));
  }

  private <T> Stream<T> of(Class<T> kind) {
    return received.stream().filter(kind::isInstance).map(kind::cast);
  }

  private void read() {
    while (running) {
      consumer
          .poll(Duration.ofMillis(100))
          .forEach(record -> {
            if (Codecs.GATEWAY.decode(record.value())
                instanceof Decoded.Known<GatewayRecord> known) {
              received.add(known.record());
            }
          });
    }
    consumer.close();
  }

  private static RecordMetadata join(Future<RecordMetadata> sent) {
    try {
      return sent.get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    running = false;
    try {
      reader.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    producer.close();
  }
}
