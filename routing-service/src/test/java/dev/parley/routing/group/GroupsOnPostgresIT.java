package dev.parley.routing.group;

import dev.parley.routing.batch.Storage;
import dev.parley.routing.batch.postgres.TestDatabase;
import org.junit.jupiter.api.Nested;

/// The same on PostgreSQL.
class GroupsOnPostgresIT {

  @Nested
  class Creating extends CreatingTest {
    @Override
    protected Storage newStorage() {
      return TestDatabase.emptied();
    }
  }

  @Nested
  class Joining extends JoiningTest {
    @Override
    protected Storage newStorage() {
      return TestDatabase.emptied();
    }
  }

  @Nested
  class Adding extends AddingTest {
    @Override
    protected Storage newStorage() {
      return TestDatabase.emptied();
    }
  }

  @Nested
  class Removing extends RemovingTest {
    @Override
    protected Storage newStorage() {
      return TestDatabase.emptied();
    }
  }

  @Nested
  class Lobby extends LobbyTest {
    @Override
    protected Storage newStorage() {
      return TestDatabase.emptied();
    }
  }
}
