package dev.parley.presence.session;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.audit.AuditEvent;
import dev.parley.contracts.delivery.Done;
import dev.parley.contracts.delivery.GatewayRecord;
import dev.parley.contracts.delivery.Refused;
import dev.parley.presence.effect.Effects;
import dev.parley.presence.effect.Effects.Delivery;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;

/// What the tests of [Sessions] share: a store in memory, a log of changes, and short names for
/// what comes of them.
abstract class SessionsFixture {
  final InMemorySessionStore store = new InMemorySessionStore();
  final MeterRegistry meters = new SimpleMeterRegistry();
  final Changes log = new Changes();
  final Sessions sessions = sessions(FixedSessionConfig.perAccount(1));

  Sessions sessions(SessionConfig config) {
    return new Sessions(store, config, meters);
  }

  Effects apply(Change... changes) {
    return sessions.apply(List.of(changes));
  }

  double opens(String outcome) {
    return meters.counter("parley.presence.opens", "outcome", outcome).count();
  }

  static Delivery done(Change.Opening open) {
    return new Delivery(open.request().gateway(), new Done(open.request().replyTo().request()));
  }

  static List<AuditEvent> audit(Effects effects) {
    return effects.auditByPartition().getOrDefault(Changes.PARTITION, List.of());
  }

  static List<ErrorCode> refusals(Effects effects) {
    return effects.deliveries().stream()
        .map(Delivery::record)
        .filter(Refused.class::isInstance)
        .map((GatewayRecord record) -> ((Refused) record).code())
        .toList();
  }
}
