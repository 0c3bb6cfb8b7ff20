package dev.parley.auth.kafka;

import dev.parley.auth.account.Account;
import dev.parley.auth.account.AccountChange;
import dev.parley.auth.account.AccountPublisher;
import dev.parley.contracts.auth.AccountCreated;
import dev.parley.contracts.codec.Codecs;
import dev.parley.contracts.consumer.TemporaryFaultException;
import dev.parley.contracts.presence.EndSessions;
import dev.parley.contracts.topic.Topics;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/// Announces accounts on `parley.accounts`, and the end of their sessions on `parley.presence`;
/// blocks until Kafka has them, 12 s at most.
@Singleton
final class KafkaAccountPublisher implements AccountPublisher {
  private final Producer<String, byte[]> producer;

  @Inject
  KafkaAccountPublisher(Producer<String, byte[]> producer) {
    this.producer = producer;
  }

  @Override
  public void publish(List<Account> accounts) {
    try {
      CompletableFuture.allOf(accounts.stream().map(this::tell).toArray(CompletableFuture[]::new))
          .join();
    } catch (CompletionException e) {
      throw new TemporaryFaultException("account cannot be announced", e);
    }
  }

  /// The end of sessions goes to the log of sessions, where it has its place among logins.
  private CompletableFuture<Void> tell(Account account) {
    CompletableFuture<Void> told = tellOfAccount(account);
    AccountChange change = account.lastChange();
    return change == null
        ? told
        : CompletableFuture.allOf(told, tellOfEnd(account.handle(), change));
  }

  private CompletableFuture<Void> tellOfEnd(String handle, AccountChange change) {
    byte[] end =
        Codecs.PRESENCE.encode(
            new EndSessions(
                handle, change.at().toEpochMilli(), change.reason(), change.keptSession()));
    return Sending.send(producer, new ProducerRecord<>(Topics.PRESENCE, handle, end));
  }

  private CompletableFuture<Void> tellOfAccount(Account account) {
    byte[] created =
        Codecs.ACCOUNTS.encode(
            new AccountCreated(account.handle(), account.createdAt().toEpochMilli()));
    return Sending.send(producer, new ProducerRecord<>(Topics.ACCOUNTS, account.handle(), created));
  }
}
