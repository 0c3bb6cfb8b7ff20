package dev.parley.routing.account.kafka;

import dev.parley.contracts.auth.AccountCreated;
import dev.parley.contracts.auth.AccountRecord;
import dev.parley.contracts.codec.Codecs;
import dev.parley.contracts.consumer.DeadLetterPublisher;
import dev.parley.contracts.consumer.Received;
import dev.parley.contracts.consumer.TailLoop;
import dev.parley.contracts.topic.KafkaSettings;
import dev.parley.contracts.topic.Topics;
import dev.parley.routing.account.AccountFeed;
import dev.parley.routing.account.Accounts;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/// Reads `parley.accounts` from its first record into [Accounts].
///
/// A repeated record changes nothing; the order of records does not matter.
@Singleton
public final class AccountTail implements AccountFeed {
  private static final int MAX_RECORDS = 5_000;

  private final Accounts accounts;
  private final TailLoop<AccountRecord> loop;

  /// Prepares the loop; [#start()] starts it.
  ///
  /// @param accounts what the records tell
  /// @param settings how to reach Kafka
  /// @param deadLetters where unreadable records go
  public AccountTail(Accounts accounts, KafkaSettings settings, DeadLetterPublisher deadLetters) {
    this.accounts = accounts;
    this.loop =
        new TailLoop<>(
            Topics.ACCOUNTS,
            TailLoop.From.BEGINNING,
            new KafkaConsumer<>(settings.tail(MAX_RECORDS)),
            Codecs.ACCOUNTS,
            deadLetters,
            this::onRecords);
  }

  /// Starts reading.
  ///
  /// @return completes when all accounts of the time of the call are known
  public CompletableFuture<Void> start() {
    return loop.start().thenCompose(_ -> loop.caughtUp());
  }

  @Override
  public CompletableFuture<Void> caughtUp() {
    return loop.caughtUp();
  }

  /// {@return time since the loop last came by its poll}
  public Duration sinceLastPoll() {
    return loop.sinceLastPoll();
  }

  /// {@return whether the loop's thread lives}
  public boolean isAlive() {
    return loop.isAlive();
  }

  /// Stops reading.
  public void stop() {
    loop.close();
  }

  private void onRecords(List<Received<AccountRecord>> batch) {
    for (Received<AccountRecord> received : batch) {
      switch (received.record()) {
        case AccountCreated(String handle, long at) -> accounts.add(handle, at);
      }
    }
  }
}
