package dev.parley.presence.kafka;

import dev.parley.contracts.audit.AuditBatch;
import dev.parley.contracts.audit.AuditEvent;
import dev.parley.contracts.audit.AuditRecord;
import dev.parley.contracts.consumer.BatchHandler;
import dev.parley.contracts.consumer.Received;
import dev.parley.presence.audit.AuditTrail;
import dev.parley.presence.audit.AuditedEvent;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Takes the polls of `parley.audit`. A repeated record adds nothing. For the audit poll thread.
@Singleton
final class AuditHandler implements BatchHandler<AuditRecord> {

  private static final CompletableFuture<Void> DONE = CompletableFuture.completedFuture(null);

  private final AuditTrail trail;

  AuditHandler(AuditTrail trail) {
    this.trail = trail;
  }

  @Override
  public CompletableFuture<?> onBatch(List<Received<AuditRecord>> records) {
    List<AuditedEvent> events = new ArrayList<>();
    for (Received<AuditRecord> received : records) {
      switch (received.record()) {
        case AuditBatch(String service, String topic, int partition, List<AuditEvent> told) ->
            told.forEach(event -> events.add(new AuditedEvent(service, topic, partition, event)));
      }
    }
    trail.keep(events);
    return DONE;
  }
}
