package dev.parley.gateway.delivery.kafka;

import dev.parley.contracts.codec.Codecs;
import dev.parley.contracts.codec.RecordCodec;
import dev.parley.contracts.consumer.Closing;
import dev.parley.contracts.consumer.DeadLetterPublisher;
import dev.parley.contracts.consumer.Received;
import dev.parley.contracts.consumer.TailLoop;
import dev.parley.contracts.conversation.OwnerChanged;
import dev.parley.contracts.conversation.OwnershipRecord;
import dev.parley.contracts.delivery.GatewayRecord;
import dev.parley.contracts.topic.Topics;
import dev.parley.contracts.trace.TraceHeaders;
import dev.parley.gateway.delivery.DeliveryListener;
import dev.parley.gateway.delivery.PresenceListener;
import dev.parley.gateway.exchange.LoopTurns;
import dev.parley.gateway.hop.Passage;
import dev.parley.gateway.subscription.SubscriptionTable;
import dev.parley.gateway.trace.MessageTraces;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;

/// The three topics that a gateway follows, from their ends, each on a thread of its own.
public final class GatewayTails implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofSeconds(20);

  private final Supplier<Consumer<String, byte[]>> consumers;
  private final DeadLetterPublisher deadLetters;
  private final List<TailLoop<?>> loops;

  /// Prepares the loops.
  ///
  /// @param gateway id of this gateway
  /// @param consumers makes a consumer without a group
  /// @param deadLetters where unreadable records go
  /// @param deliveries takes the records of the gateway's topic
  /// @param traces is told of entries that are followed
  /// @param presence takes who came and went
  /// @param subscriptions is told of new owners
  public GatewayTails(
      String gateway,
      Supplier<Consumer<String, byte[]>> consumers,
      DeadLetterPublisher deadLetters,
      DeliveryListener deliveries,
      MessageTraces traces,
      PresenceListener presence,
      SubscriptionTable subscriptions) {
    this.consumers = consumers;
    this.deadLetters = deadLetters;
    this.loops =
        List.of(
            tail(
                Topics.gateway(gateway),
                Codecs.GATEWAY,
                records -> onDeliveries(records, deliveries, traces)),
            follow(Topics.PRESENCE_EVENTS, Codecs.PRESENCE_EVENTS, presence::onEvent),
            follow(
                Topics.OWNERSHIP,
                Codecs.OWNERSHIP,
                (record, _) -> onOwnership(record, subscriptions)));
  }

  /// Starts the loops; returns when whatever is written from now on will be read.
  ///
  /// @throws IllegalStateException if a topic cannot be read within the time for it
  public void start() {
    CompletableFuture<?>[] started =
        loops.stream().map(TailLoop::start).toArray(CompletableFuture[]::new);
    try {
      CompletableFuture.allOf(started).get(START_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the gateway's topics cannot be read", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while starting to read", e);
    }
  }

  /// {@return the longest time since one of the loops came by its poll}
  public Duration sinceLastPoll() {
    return loops.stream()
        .map(loop -> loop.isAlive() ? loop.sinceLastPoll() : Duration.ofDays(1))
        .max(Duration::compareTo)
        .orElseThrow();
  }

  @Override
  public void close() {
    Closing.atOnce(loops.toArray(AutoCloseable[]::new));
  }

  private <T> TailLoop<T> follow(
      String topic, RecordCodec<T> codec, BiConsumer<T, LoopTurns> listener) {
    LoopTurns turns = new LoopTurns();
    return tail(
        topic,
        codec,
        records -> {
          for (Received<T> received : records) {
            listener.accept(received.record(), turns);
          }
          turns.run();
        });
  }

  private <T> TailLoop<T> tail(String topic, RecordCodec<T> codec, TailLoop.Listener<T> listener) {
    return new TailLoop<>(topic, TailLoop.From.END, consumers.get(), codec, deadLetters, listener);
  }

  private static void onDeliveries(
      List<Received<GatewayRecord>> records, DeliveryListener deliveries, MessageTraces traces) {
    LoopTurns turns = new LoopTurns();
    Passage passage = new Passage(InstantSource.system());
    for (Received<GatewayRecord> received : records) {
      deliveries.onRecord(received.record(), turns, passage);
      traces.arrived(TraceHeaders.entries(received.headers()), passage);
    }
    passage.leaves(turns.loops());
    turns.run(passage::handed);
  }

  private static void onOwnership(OwnershipRecord record, SubscriptionTable subscriptions) {
    switch (record) {
      case OwnerChanged changed -> subscriptions.onOwnerChanged(changed.partition());
    }
  }
}
