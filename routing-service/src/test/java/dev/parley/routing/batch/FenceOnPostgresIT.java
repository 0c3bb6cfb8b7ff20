package dev.parley.routing.batch;

import dev.parley.routing.batch.postgres.TestDatabase;

/// The same on PostgreSQL.
class FenceOnPostgresIT extends FenceTest {

  @Override
  protected Storage newStorage() {
    return TestDatabase.emptied();
  }
}
