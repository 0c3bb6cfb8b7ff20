package dev.parley.routing.group;

import dev.parley.routing.batch.Storage;
import dev.parley.routing.batch.postgres.TestDatabase;

/// The same on PostgreSQL.
class MutesOnPostgresIT extends MutesTest {

  @Override
  protected Storage newStorage() {
    return TestDatabase.emptied();
  }
}
