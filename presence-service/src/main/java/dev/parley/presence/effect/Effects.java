package dev.parley.presence.effect;

import dev.parley.contracts.ReplyTo;
import dev.parley.contracts.audit.AuditEvent;
import dev.parley.contracts.delivery.GatewayRecord;
import dev.parley.contracts.delivery.Reply;
import dev.parley.contracts.presence.PresenceEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Collects what is to be written to Kafka after a commit. For one thread.
///
/// It is as large as its batch: each record causes at most one reply and few events.
public final class Effects {

  /// A record for one gateway.
  ///
  /// @param gateway id of the gateway whose topic it goes to
  /// @param record the record
  public record Delivery(String gateway, GatewayRecord record) {}

  private final List<Delivery> deliveries = new ArrayList<>();
  private final List<PresenceEvent> announcements = new ArrayList<>();
  private final Map<Integer, List<AuditEvent>> audit = new HashMap<>();

  /// Starts without any.
  public Effects() {}

  /// Answers a request.
  ///
  /// @param to where the request came from
  /// @param reply its answer
  public void reply(ReplyTo to, Reply reply) {
    deliver(to.gateway(), reply);
  }

  /// Tells a gateway something that it did not ask for.
  ///
  /// @param gateway id of the gateway
  /// @param record what it is told
  public void deliver(String gateway, GatewayRecord record) {
    deliveries.add(new Delivery(gateway, record));
  }

  /// Tells every gateway.
  ///
  /// @param event what they are told
  public void announce(PresenceEvent event) {
    announcements.add(event);
  }

  /// Tells the audit trail.
  ///
  /// @param cause the record behind the event
  /// @param event the event; its offset is that of the cause
  public void audit(Cause cause, AuditEvent event) {
    audit.computeIfAbsent(cause.partition(), _ -> new ArrayList<>()).add(event);
  }

  /// Adds all of another collection, after what is here.
  ///
  /// @param others effects that arose later
  public void addAll(Effects others) {
    deliveries.addAll(others.deliveries);
    announcements.addAll(others.announcements);
    others.audit.forEach((partition, events) ->
        audit.computeIfAbsent(partition, _ -> new ArrayList<>()).addAll(events));
  }

  /// {@return whether there is nothing to write}
  public boolean isEmpty() {
    return deliveries.isEmpty() && announcements.isEmpty() && audit.isEmpty();
  }

  /// {@return records for single gateways, in the order in which they arose}
  public List<Delivery> deliveries() {
    return Collections.unmodifiableList(deliveries);
  }

  /// {@return events for every gateway, in the order in which they arose}
  public List<PresenceEvent> announcements() {
    return Collections.unmodifiableList(announcements);
  }

  /// {@return audit events by the partition of their causes}
  public Map<Integer, List<AuditEvent>> auditByPartition() {
    return Collections.unmodifiableMap(audit);
  }
}
