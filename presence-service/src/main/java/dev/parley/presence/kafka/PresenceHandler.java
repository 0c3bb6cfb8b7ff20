package dev.parley.presence.kafka;

import dev.parley.contracts.consumer.BatchHandler;
import dev.parley.contracts.consumer.Received;
import dev.parley.contracts.presence.PresenceRecord;
import dev.parley.presence.audit.AuditAnswers;
import dev.parley.presence.effect.EffectPublisher;
import dev.parley.presence.effect.Effects;
import dev.parley.presence.heartbeat.GatewayWatch;
import dev.parley.presence.query.Answers;
import dev.parley.presence.session.Change;
import dev.parley.presence.session.Change.GatewayEnding;
import dev.parley.presence.session.Sessions;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.TopicPartition;

/// Takes the polls of `parley.presence`: first what time has shown, then the changes in one
/// transaction, then the questions, so that they see the changes. For the poll thread.
@Singleton
final class PresenceHandler implements BatchHandler<PresenceRecord> {

  private final GatewayWatch gateways;
  private final Sessions sessions;
  private final Answers answers;
  private final EffectPublisher publisher;
  private final PulseWriter pulses;
  private final AuditAnswers audits;

  PresenceHandler(
      GatewayWatch gateways,
      Sessions sessions,
      Answers answers,
      EffectPublisher publisher,
      PulseWriter pulses,
      AuditAnswers audits) {
    this.gateways = gateways;
    this.sessions = sessions;
    this.answers = answers;
    this.publisher = publisher;
    this.pulses = pulses;
    this.audits = audits;
  }

  @Override
  public CompletableFuture<?> onBatch(List<Received<PresenceRecord>> records) {
    PresenceBatch batch = PresenceBatch.of(records);
    Effects effects = new Effects();
    List<Change> changes = new ArrayList<>(batch.changes());
    changes.addAll(gateways.onSigns(batch.signs(), effects));
    if (!changes.isEmpty()) {
      effects.addAll(sessions.apply(changes));
      changes.forEach(this::giveUpIfEnded);
    }
    if (!batch.aways().isEmpty()) {
      effects.addAll(sessions.setAway(batch.aways()));
    }
    answers.answer(batch.questions(), effects);
    batch.audits().forEach(audits::answer);
    return publisher.publish(effects);
  }

  @Override
  public void onAssigned(Collection<TopicPartition> partitions) {
    partitions.forEach(partition -> pulses.add(partition.partition()));
  }

  @Override
  public void onRevoked(Collection<TopicPartition> partitions) {
    for (TopicPartition partition : partitions) {
      pulses.remove(partition.partition());
      gateways.onRevoked(partition.partition());
    }
  }

  private void giveUpIfEnded(Change change) {
    if (change instanceof GatewayEnding ending) {
      gateways.onEnded(ending);
    }
  }
}
