package dev.parley.presence.postgres;

import dev.parley.presence.PresenceStack;
import dev.parley.presence.heartbeat.GatewayStore;
import dev.parley.presence.heartbeat.GatewayStoreContract;
import dev.parley.presence.session.Change.GatewayEnding;
import dev.parley.presence.session.SessionStore;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@QuarkusTestResource(PresenceStack.class)
class PanacheGatewayStoreIT extends GatewayStoreContract {

  private final GatewayStore store;
  private final SessionStore sessions;

  @Inject
  PanacheGatewayStoreIT(GatewayStore store, SessionStore sessions) {
    this.store = store;
    this.sessions = sessions;
  }

  @Override
  protected GatewayStore store() {
    return store;
  }

  @Override
  protected void end(GatewayEnding gatewayEnding) {
    sessions.inTransaction(tx -> tx.end(gatewayEnding));
  }
}
