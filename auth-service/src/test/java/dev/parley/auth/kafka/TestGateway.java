package dev.parley.auth.kafka;

import dev.parley.auth.Http;
import dev.parley.auth.account.Requests;
import dev.parley.auth.password.Sealer;
import dev.parley.contracts.auth.AuthRecord;
import dev.parley.contracts.codec.Codecs;
import dev.parley.contracts.consumer.DeadLetterPublisher;
import dev.parley.contracts.consumer.Received;
import dev.parley.contracts.consumer.TailLoop;
import dev.parley.contracts.delivery.GatewayRecord;
import dev.parley.contracts.delivery.Reply;
import dev.parley.contracts.topic.KafkaSettings;
import dev.parley.contracts.topic.TopicCreation;
import dev.parley.contracts.topic.TopicLayout;
import dev.parley.contracts.topic.Topics;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/// A gateway of its own, as far as auth-service can tell: it fetches the sealing key over HTTP,
/// asks on `parley.auth` and reads the answers on its topic.
final class TestGateway implements AutoCloseable {
  private static final int LIMIT_SECONDS = 20;

  final String id = "gw-" + UUID.randomUUID();
  final Requests requests;

  private final Producer<String, byte[]> producer;
  private final TailLoop<GatewayRecord> answers;
  private final Map<Long, CompletableFuture<Reply>> waiting = new ConcurrentHashMap<>();

  TestGateway(KafkaSettings settings, URI service) {
    try (Admin admin = Admin.create(settings.admin())) {
      new TopicCreation(admin, Duration.ofSeconds(10))
          .ensureGateway(new TopicLayout(6, (short) 1), id);
    }
    requests = new Requests(sealer(service), id);
    producer = new KafkaProducer<>(settings.producer());
    answers =
        new TailLoop<>(
            Topics.gateway(id),
            TailLoop.From.BEGINNING,
            new KafkaConsumer<>(settings.tail(500)),
            Codecs.GATEWAY,
            new DeadLetterPublisher(producer),
            this::onRecords);
    answers.start().join();
  }

  static Sealer sealer(URI service) {
    String key = Http.get(service, "/.well-known/parley-sealing-key").body();
    return new Sealer(
        Http.field(key, "keyId"), Base64.getUrlDecoder().decode(Http.field(key, "publicKey")));
  }

  private void onRecords(List<Received<GatewayRecord>> batch) {
    for (Received<GatewayRecord> received : batch) {
      if (received.record() instanceof Reply reply) {
        pending(reply.request()).complete(reply);
      }
    }
  }

  private CompletableFuture<Reply> pending(long request) {
    return waiting.computeIfAbsent(request, _ -> new CompletableFuture<>());
  }

  CompletableFuture<Reply> send(AuthRecord request) {
    write(request.account(), Codecs.AUTH.encode(request));
    return pending(request.replyTo().request()).orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS);
  }

  Reply ask(AuthRecord request) {
    return send(request).join();
  }

  void write(String key, byte[] value) {
    Sending.send(producer, new ProducerRecord<>(Topics.AUTH, key, value)).join();
  }

  @Override
  public void close() {
    answers.close();
    producer.close();
  }
}
