package dev.parley.routing.conversation;

import dev.parley.routing.batch.Storage;
import dev.parley.routing.batch.postgres.TestDatabase;

/// The same on PostgreSQL.
class InboxesOnPostgresIT extends InboxesTest {

  @Override
  protected Storage newStorage() {
    return TestDatabase.emptied();
  }
}
