package dev.parley.routing.subscription;

import dev.parley.routing.batch.Storage;
import dev.parley.routing.batch.postgres.TestDatabase;

/// The same on PostgreSQL.
class SubscribingOnPostgresIT extends SubscribingTest {

  @Override
  protected Storage newStorage() {
    return TestDatabase.emptied();
  }
}
