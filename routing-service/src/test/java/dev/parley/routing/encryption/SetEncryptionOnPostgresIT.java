package dev.parley.routing.encryption;

import dev.parley.routing.batch.Storage;
import dev.parley.routing.batch.postgres.TestDatabase;

/// The same on PostgreSQL.
class SetEncryptionOnPostgresIT extends SetEncryptionTest {

  @Override
  protected Storage newStorage() {
    return TestDatabase.emptied();
  }
}
