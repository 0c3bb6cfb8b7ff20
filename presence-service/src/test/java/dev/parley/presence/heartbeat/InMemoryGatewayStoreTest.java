package dev.parley.presence.heartbeat;

import dev.parley.presence.session.Change.GatewayEnding;

class InMemoryGatewayStoreTest extends GatewayStoreContract {

  private final InMemoryGatewayStore store = new InMemoryGatewayStore();

  @Override
  protected GatewayStore store() {
    return store;
  }

  @Override
  protected void end(GatewayEnding gatewayEnding) {
    store.end(gatewayEnding);
  }
}
