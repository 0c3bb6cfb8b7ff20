package dev.parley.presence.postgres;

import dev.parley.presence.PresenceStack;
import dev.parley.presence.query.SessionReader;
import dev.parley.presence.query.SessionReaderContract;
import dev.parley.presence.session.Session;
import dev.parley.presence.session.SessionStore;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;

@QuarkusTest
@QuarkusTestResource(PresenceStack.class)
class PanacheSessionReaderIT extends SessionReaderContract {

  private final SessionReader reader;
  private final SessionStore store;

  @Inject
  PanacheSessionReaderIT(SessionReader reader, SessionStore store) {
    this.reader = reader;
    this.store = store;
  }

  @Override
  protected SessionReader reader() {
    return reader;
  }

  @Override
  protected void insert(List<Session> sessions) {
    store.inTransaction(tx -> {
      tx.insert(sessions);
      return "";
    });
  }
}
