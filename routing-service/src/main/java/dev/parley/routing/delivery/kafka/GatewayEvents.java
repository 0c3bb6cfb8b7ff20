package dev.parley.routing.delivery.kafka;

import dev.parley.contracts.codec.Codecs;
import dev.parley.contracts.consumer.DeadLetterPublisher;
import dev.parley.contracts.consumer.Received;
import dev.parley.contracts.consumer.TailLoop;
import dev.parley.contracts.presence.GatewayExpired;
import dev.parley.contracts.presence.PresenceEvent;
import dev.parley.contracts.topic.KafkaSettings;
import dev.parley.contracts.topic.Topics;
import dev.parley.routing.delivery.LostGateways;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/// Hears on `parley.presence.events` which gateways are gone.
///
/// Reads from the beginning: the topic keeps an hour, and the log may still hold subscriptions of a
/// gateway that expired before this instance started.
@Singleton
public final class GatewayEvents {
  private static final int MAX_RECORDS = 5_000;

  private final LostGateways lost;
  private final TailLoop<PresenceEvent> loop;

  /// Prepares the loop; [#start()] starts it.
  ///
  /// @param lost where the news goes
  /// @param settings how to reach Kafka
  /// @param deadLetters where unreadable records go
  public GatewayEvents(LostGateways lost, KafkaSettings settings, DeadLetterPublisher deadLetters) {
    this.lost = lost;
    this.loop =
        new TailLoop<>(
            Topics.PRESENCE_EVENTS,
            TailLoop.From.BEGINNING,
            new KafkaConsumer<>(settings.tail(MAX_RECORDS)),
            Codecs.PRESENCE_EVENTS,
            deadLetters,
            this::onRecords);
  }

  /// Starts reading; what was lost before is known soon after.
  public void start() {
    CompletableFuture<Void> _ = loop.start();
  }

  /// {@return whether the loop's thread lives}
  public boolean isAlive() {
    return loop.isAlive();
  }

  /// Stops reading.
  public void stop() {
    loop.close();
  }

  private void onRecords(List<Received<PresenceEvent>> batch) {
    for (Received<PresenceEvent> received : batch) {
      if (received.record() instanceof GatewayExpired(String gateway)) {
        lost.add(gateway);
      }
    }
  }
}
