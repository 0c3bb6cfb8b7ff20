package dev.parley.routing.change;

import dev.parley.routing.batch.Storage;
import dev.parley.routing.batch.postgres.TestDatabase;

/// The same on PostgreSQL.
class ChangesOnPostgresIT extends ChangesTest {

  @Override
  protected Storage newStorage() {
    return TestDatabase.emptied();
  }
}
