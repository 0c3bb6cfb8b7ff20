package dev.parley.presence.postgres;

import dev.parley.presence.PresenceStack;
import dev.parley.presence.session.SessionStore;
import dev.parley.presence.session.SessionStoreContract;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@QuarkusTestResource(PresenceStack.class)
class JdbcSessionStoreIT extends SessionStoreContract {

  private final SessionStore store;

  @Inject
  JdbcSessionStoreIT(SessionStore store) {
    this.store = store;
  }

  @Override
  protected SessionStore store() {
    return store;
  }
}
