package dev.parley.auth.kafka;

import dev.parley.contracts.ReplyTo;
import dev.parley.contracts.codec.Codecs;
import dev.parley.contracts.delivery.Reply;
import dev.parley.contracts.topic.Topics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/// Writes replies to the topic of the gateway that asked.
///
/// A gateway may be gone, and its topic with it. Such a reply has no reader: it is counted, logged
/// and given up after two seconds, and holds nothing up. Safe for use by many threads.
@Singleton
final class ReplyPublisher {
  private static final int LIMIT_SECONDS = 2;

  private final Producer<String, byte[]> producer;
  private final Counter lost;

  @Inject
  ReplyPublisher(Producer<String, byte[]> producer, MeterRegistry meters) {
    this.producer = producer;
    this.lost = meters.counter("parley.auth.replies.lost");
  }

  /// Writes one reply; may block for two seconds if the topic is gone.
  ///
  /// @param replyTo who asked
  /// @param reply the answer
  /// @return completes when the reply is stored or given up; never fails
  CompletableFuture<Void> publish(ReplyTo replyTo, Reply reply) {
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(Topics.gateway(replyTo.gateway()), Codecs.GATEWAY.encode(reply));
    return Sending.send(producer, record)
        .orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS)
        .exceptionally(cause -> {
          lost.increment();
          Log.warnf("reply lost correlation=%s cause=%s", replyTo, cause);
          return null;
        });
  }
}
