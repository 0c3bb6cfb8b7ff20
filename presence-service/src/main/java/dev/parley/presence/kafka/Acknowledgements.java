package dev.parley.presence.kafka;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/// Counts the acknowledgements of a number of sends; fails with the first that fails.
final class Acknowledgements implements Callback {

  private final CompletableFuture<Void> all = new CompletableFuture<>();

  /// The sends that are out, and one for whoever is still sending.
  private final AtomicInteger outstanding = new AtomicInteger(1);

  void expectOne() {
    outstanding.incrementAndGet();
  }

  @Override
  public void onCompletion(@Nullable RecordMetadata metadata, @Nullable Exception failure) {
    if (failure != null) {
      all.completeExceptionally(failure);
    }
    arrive();
  }

  /// {@return completes when all that was sent is acknowledged; to be called after the last send}
  CompletableFuture<Void> all() {
    arrive();
    return all;
  }

  private void arrive() {
    if (outstanding.decrementAndGet() == 0) {
      all.complete(null);
    }
  }
}
