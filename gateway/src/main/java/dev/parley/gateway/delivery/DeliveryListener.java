package dev.parley.gateway.delivery;

import dev.parley.contracts.delivery.ConversationEntries;
import dev.parley.contracts.delivery.Delivered;
import dev.parley.contracts.delivery.GatewayRecord;
import dev.parley.contracts.delivery.Reply;
import dev.parley.contracts.delivery.SessionTakenOver;
import dev.parley.contracts.delivery.Subscribed;
import dev.parley.gateway.door.CloseReason;
import dev.parley.gateway.door.DoorConnection;
import dev.parley.gateway.door.Event;
import dev.parley.gateway.exchange.Exchange;
import dev.parley.gateway.exchange.LoopTurns;
import dev.parley.gateway.hop.HopLog;
import dev.parley.gateway.hop.Passage;
import dev.parley.gateway.session.Session;
import dev.parley.gateway.session.SessionRegistry;
import dev.parley.gateway.subscription.SubscriptionTable;
import org.jspecify.annotations.Nullable;

/// Gives each record of this gateway's topic to whom it concerns. Called on one thread.
///
/// Records keep their order: of a conversation by seq, of a request because it has one answer.
public final class DeliveryListener {
  private final Exchange exchange;
  private final SubscriptionTable subscriptions;
  private final SessionRegistry sessions;
  private final HopLog hops;
  private final DeliveryMetrics metrics;

  /// Delivers to these.
  ///
  /// @param exchange requests that wait for answers
  /// @param subscriptions conversations that sessions read
  /// @param sessions sessions that may be taken over
  /// @param hops remembers when it was
  /// @param metrics counts
  public DeliveryListener(
      Exchange exchange,
      SubscriptionTable subscriptions,
      SessionRegistry sessions,
      HopLog hops,
      DeliveryMetrics metrics) {
    this.exchange = exchange;
    this.subscriptions = subscriptions;
    this.sessions = sessions;
    this.hops = hops;
    this.metrics = metrics;
  }

  /// Takes one record.
  ///
  /// @param record a record of this gateway's topic
  /// @param turns where tasks for event loops are put
  /// @param passage its way through the gateway
  public void onRecord(GatewayRecord record, LoopTurns turns, Passage passage) {
    switch (record) {
      case Delivered delivered -> onDelivered(delivered, turns, passage);
      case Subscribed subscribed -> subscriptions.onSubscribed(subscribed, turns);
      case Reply reply -> exchange.onReply(reply, turns);
      case SessionTakenOver taken -> onTakenOver(taken, turns);
    }
  }

  private void onDelivered(Delivered delivered, LoopTurns turns, Passage passage) {
    for (ConversationEntries each : delivered.conversations()) {
      subscriptions.onEntries(each, turns);
      metrics.passedOn(each.entries().getLast().at());
      hops.passed(
          new HopLog.Delivery(
              each.conversation(),
              each.entries().getFirst().seq(),
              each.entries().getLast().seq(),
              delivered.storedAt(),
              passage));
    }
    delivered.acknowledged().forEach(each -> exchange.onAcknowledged(each, turns));
  }

  private void onTakenOver(SessionTakenOver taken, LoopTurns turns) {
    Session session = sessions.find(taken.session());
    if (session != null) {
      DoorConnection connection = session.connection();
      turns.add(
          connection.loop(),
          () -> {
            connection.tell(notice(taken.reason()));
            connection.close(
                taken.reason() == null ? CloseReason.TAKEN_OVER : CloseReason.ACCOUNT_CHANGED);
          });
    }
  }

  private static Event.Notice notice(@Nullable String reason) {
    return switch (reason) {
      case null -> new Event.Notice("taken_over", "your session was taken over by another login");
      case "disabled" ->
          new Event.Notice(reason, "your account was disabled; ask an administrator");
      case "role_changed" -> new Event.Notice(reason, "your role was changed; log in again");
      case "password_changed", "password_reset" ->
          new Event.Notice(reason, "your password was changed; log in again");
      default -> new Event.Notice("account_changed", "your account was changed; log in again");
    };
  }
}
