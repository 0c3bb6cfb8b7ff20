package dev.parley.routing.change;

import dev.parley.routing.batch.Storage;
import dev.parley.routing.batch.postgres.TestDatabase;
import org.junit.jupiter.api.Nested;

/// The same on PostgreSQL.
class ChangesOnPostgresIT {

  @Nested
  class Changes extends ChangesTest {
    @Override
    protected Storage newStorage() {
      return TestDatabase.emptied();
    }
  }

  @Nested
  class Withdrawing extends WithdrawingTest {
    @Override
    protected Storage newStorage() {
      return TestDatabase.emptied();
    }
  }

  @Nested
  class MayChange extends MayChangeTest {
    @Override
    protected Storage newStorage() {
      return TestDatabase.emptied();
    }
  }
}
