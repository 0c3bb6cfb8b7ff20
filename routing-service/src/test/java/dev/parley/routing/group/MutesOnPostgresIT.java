package dev.parley.routing.group;

import dev.parley.routing.batch.Storage;
import dev.parley.routing.batch.postgres.TestDatabase;
import org.junit.jupiter.api.Nested;

/// The same on PostgreSQL.
class MutesOnPostgresIT {

  @Nested
  class Mutes extends MutesTest {
    @Override
    protected Storage newStorage() {
      return TestDatabase.emptied();
    }
  }

  @Nested
  class MayMute extends MayMuteTest {
    @Override
    protected Storage newStorage() {
      return TestDatabase.emptied();
    }
  }
}
