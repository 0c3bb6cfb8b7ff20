package dev.parley.routing.batch;

import dev.parley.routing.batch.postgres.TestDatabase;

/// The same on PostgreSQL.
class PoisonOnPostgresIT extends PoisonTest {

  @Override
  protected Storage newStorage() {
    return TestDatabase.emptied();
  }
}
