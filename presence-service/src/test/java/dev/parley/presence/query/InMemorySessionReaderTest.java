package dev.parley.presence.query;

import dev.parley.presence.session.Session;
import java.util.List;

class InMemorySessionReaderTest extends SessionReaderContract {

  private final InMemorySessionReader reader = new InMemorySessionReader();

  @Override
  protected SessionReader reader() {
    return reader;
  }

  @Override
  protected void insert(List<Session> sessions) {
    sessions.forEach(reader::add);
  }
}
