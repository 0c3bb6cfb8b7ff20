package dev.parley.routing.post;

import dev.parley.routing.batch.Storage;
import dev.parley.routing.batch.postgres.TestDatabase;

/// The same on PostgreSQL.
class PostsOnPostgresIT extends PostsTest {

  @Override
  protected Storage newStorage() {
    return TestDatabase.emptied();
  }
}
