package dev.parley.routing.batch;

import dev.parley.routing.batch.postgres.TestDatabase;

/// The same on PostgreSQL.
class ReplayOnPostgresIT extends ReplayTest {

  @Override
  protected Storage newStorage() {
    return TestDatabase.emptied();
  }
}
