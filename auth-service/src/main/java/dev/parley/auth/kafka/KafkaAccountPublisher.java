package dev.parley.auth.kafka;

import dev.parley.auth.account.AccountPublisher;
import dev.parley.contracts.auth.AccountCreated;
import dev.parley.contracts.codec.Codecs;
import dev.parley.contracts.consumer.TemporaryFaultException;
import dev.parley.contracts.topic.Topics;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/// Announces accounts on `parley.accounts`; blocks until Kafka has them, 12 s at most.
@Singleton
final class KafkaAccountPublisher implements AccountPublisher {
  private final Producer<String, byte[]> producer;

  @Inject
  KafkaAccountPublisher(Producer<String, byte[]> producer) {
    this.producer = producer;
  }

  @Override
  public void publish(String handle, Instant createdAt) {
    byte[] created = Codecs.ACCOUNTS.encode(new AccountCreated(handle, createdAt.toEpochMilli()));
    try {
      Sending.send(producer, new ProducerRecord<>(Topics.ACCOUNTS, handle, created)).join();
    } catch (CompletionException e) {
      throw new TemporaryFaultException("account cannot be announced", e);
    }
  }
}
