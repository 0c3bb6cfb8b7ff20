package dev.parley.gateway.delivery;

import dev.parley.contracts.presence.AwayChanged;
import dev.parley.contracts.presence.Came;
import dev.parley.contracts.presence.GatewayExpired;
import dev.parley.contracts.presence.PresenceEvent;
import dev.parley.contracts.presence.Typing;
import dev.parley.contracts.presence.Went;
import dev.parley.gateway.door.Event;
import dev.parley.gateway.exchange.LoopTurns;
import dev.parley.gateway.session.SessionRegistry;
import dev.parley.gateway.subscription.SubscriptionTable;

/// Tells the sessions who came and went, and learns whether this gateway was given up.
public final class PresenceListener {
  private final String gateway;
  private final SessionRegistry sessions;
  private final SubscriptionTable subscriptions;
  private final Runnable onExpired;

  /// Tells these sessions.
  ///
  /// @param gateway id of this gateway
  /// @param sessions sessions of this gateway
  /// @param subscriptions conversations that they read
  /// @param onExpired called when this gateway must start anew under another id
  public PresenceListener(
      String gateway,
      SessionRegistry sessions,
      SubscriptionTable subscriptions,
      Runnable onExpired) {
    this.gateway = gateway;
    this.sessions = sessions;
    this.subscriptions = subscriptions;
    this.onExpired = onExpired;
  }

  /// Takes one event.
  ///
  /// @param event what happened
  /// @param turns where tasks for event loops are put
  public void onEvent(PresenceEvent event, LoopTurns turns) {
    switch (event) {
      case Came(String account) -> sessions.tellAllBut(new Event.Came(account), account, turns);
      case Went(String account) -> sessions.tellAllBut(new Event.Went(account), account, turns);
      case AwayChanged(String account, boolean away) ->
          sessions.tellAllBut(new Event.Away(account, away), account, turns);
      case Typing typing -> subscriptions.onTyping(typing, turns);
      case GatewayExpired(String expired) -> {
        if (expired.equals(gateway)) {
          onExpired.run();
        }
      }
    }
  }
}
