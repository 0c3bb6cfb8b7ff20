package dev.parley.presence;

import dev.parley.contracts.ReplyTo;
import dev.parley.contracts.codec.Codecs;
import dev.parley.contracts.consumer.DeadLetterPublisher;
import dev.parley.contracts.consumer.Received;
import dev.parley.contracts.consumer.TailLoop;
import dev.parley.contracts.delivery.GatewayRecord;
import dev.parley.contracts.delivery.Reply;
import dev.parley.contracts.presence.CloseSession;
import dev.parley.contracts.presence.GatewayStopped;
import dev.parley.contracts.presence.Heartbeat;
import dev.parley.contracts.presence.OpenSession;
import dev.parley.contracts.presence.Ping;
import dev.parley.contracts.presence.PresenceRecord;
import dev.parley.contracts.presence.WhoElse;
import dev.parley.contracts.presence.WhoLastHour;
import dev.parley.contracts.topic.KafkaSettings;
import dev.parley.contracts.topic.TopicCreation;
import dev.parley.contracts.topic.TopicLayout;
import dev.parley.contracts.topic.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/// A gateway as presence-service sees one: a topic, heartbeats, requests and their replies.
final class TestGateway implements AutoCloseable {

  private static final TopicLayout LAYOUT = new TopicLayout(6, (short) 1);
  private static final long BEAT_MILLIS = 300;

  private final String id = "test-" + UUID.randomUUID();
  private final AtomicLong requests = new AtomicLong();
  private final ConcurrentHashMap<Long, CompletableFuture<Reply>> waiting =
      new ConcurrentHashMap<>();
  private final List<GatewayRecord> notices = new CopyOnWriteArrayList<>();
  private final Producer<String, byte[]> producer;
  private final TailLoop<GatewayRecord> tail;
  private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor();

  private TestGateway(KafkaSettings settings) {
    this.producer = new KafkaProducer<>(settings.producer());
    this.tail =
        new TailLoop<>(
            Topics.gateway(id),
            TailLoop.From.END,
            new KafkaConsumer<>(settings.tail(1_000)),
            Codecs.GATEWAY,
            new DeadLetterPublisher(producer),
            this::onRecords);
  }

  /// {@return a gateway whose heart beats}
  static TestGateway start(String bootstrapServers) {
    KafkaSettings settings = settings(bootstrapServers);
    TestGateway gateway = new TestGateway(settings);
    try (Admin admin = Admin.create(settings.admin())) {
      new TopicCreation(admin, Duration.ofSeconds(10)).ensureGateway(LAYOUT, gateway.id);
    }
    gateway.tail.start().join();
    gateway.startHeart();
    return gateway;
  }

  /// {@return a gateway whose heart beats and whose topic is not there}
  static TestGateway withoutTopic(String bootstrapServers) {
    TestGateway gateway = new TestGateway(settings(bootstrapServers));
    gateway.startHeart();
    return gateway;
  }

  private static KafkaSettings settings(String bootstrapServers) {
    return new KafkaSettings(Map.of("bootstrap.servers", bootstrapServers));
  }

  private void startHeart() {
    Future<?> _ = heart.scheduleAtFixedRate(this::beat, 0, BEAT_MILLIS, TimeUnit.MILLISECONDS);
  }

  String id() {
    return id;
  }

  /// {@return what it was told unasked}
  List<GatewayRecord> notices() {
    return notices;
  }

  CompletableFuture<Reply> open(String account, String session) {
    return ask(account, replyTo -> opening(account, session, false, replyTo));
  }

  CompletableFuture<Reply> takeOver(String account, String session) {
    return ask(account, replyTo -> opening(account, session, true, replyTo));
  }

  CompletableFuture<Reply> close(String account, String session) {
    return ask(account, replyTo -> new CloseSession(account, session, id, "logout", replyTo));
  }

  CompletableFuture<Reply> whoElse(String account) {
    return ask(account, replyTo -> new WhoElse(account, replyTo));
  }

  CompletableFuture<Reply> whoLastHour(String account) {
    return ask(account, replyTo -> new WhoLastHour(account, replyTo));
  }

  CompletableFuture<Reply> ping(String account, String target) {
    return ask(account, replyTo -> new Ping(account, target, replyTo));
  }

  /// Falls silent, as a gateway does that was killed.
  void fallSilent() {
    heart.shutdownNow();
  }

  /// Beats once more.
  void beat() {
    byte[] beat = Codecs.PRESENCE.encode(new Heartbeat(id));
    writeToAll(beat);
  }

  /// Stops in order.
  void stop() {
    heart.shutdownNow();
    writeToAll(Codecs.PRESENCE.encode(new GatewayStopped(id)));
  }

  OpenSession opening(String account, String session) {
    return opening(account, session, false, new ReplyTo(id, requests.incrementAndGet()));
  }

  /// Writes a request whose reply nobody waits for.
  void write(OpenSession request) {
    write(request.account(), Codecs.PRESENCE.encode(request));
  }

  /// Writes bytes that may be no record.
  void write(String key, byte @Nullable [] value) {
    producer.send(new ProducerRecord<>(Topics.PRESENCE, key, value));
  }

  @Override
  public void close() {
    heart.shutdownNow();
    if (tail.isAlive()) {
      tail.close();
    }
    producer.close();
  }

  private CompletableFuture<Reply> ask(String account, Function<ReplyTo, PresenceRecord> request) {
    ReplyTo replyTo = new ReplyTo(id, requests.incrementAndGet());
    CompletableFuture<Reply> reply = new CompletableFuture<>();
    waiting.put(replyTo.request(), reply);
    byte[] value = Codecs.PRESENCE.encode(request.apply(replyTo));
    producer.send(
        new ProducerRecord<>(Topics.PRESENCE, account, value),
        (_, failure) -> {
          if (failure != null) {
            reply.completeExceptionally(failure);
          }
        });
    return reply.orTimeout(30, TimeUnit.SECONDS);
  }

  private OpenSession opening(String account, String session, boolean takeover, ReplyTo replyTo) {
    return new OpenSession(account, session, id, "ws", "192.0.2.7", takeover, null, null, replyTo);
  }

  private void writeToAll(byte[] value) {
    for (int partition = 0; partition < LAYOUT.partitions(); partition++) {
      producer.send(new ProducerRecord<>(Topics.PRESENCE, partition, null, value));
    }
  }

  private void onRecords(List<Received<GatewayRecord>> records) {
    for (Received<GatewayRecord> received : records) {
      if (received.record() instanceof Reply reply) {
        CompletableFuture<Reply> waiter = waiting.remove(reply.request());
        if (waiter != null) {
          waiter.complete(reply);
        }
      } else {
        notices.add(received.record());
      }
    }
  }
}
