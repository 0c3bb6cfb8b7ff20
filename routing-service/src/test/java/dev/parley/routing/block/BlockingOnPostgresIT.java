package dev.parley.routing.block;

import dev.parley.routing.batch.Storage;
import dev.parley.routing.batch.postgres.TestDatabase;

/// The same on PostgreSQL.
class BlockingOnPostgresIT extends BlockingTest {

  @Override
  protected Storage newStorage() {
    return TestDatabase.emptied();
  }
}
