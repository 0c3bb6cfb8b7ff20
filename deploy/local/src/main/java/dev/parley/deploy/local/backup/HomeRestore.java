package dev.parley.deploy.local.backup;

import dev.parley.deploy.local.console.Console;
import dev.parley.deploy.local.console.Ticker;
import dev.parley.deploy.local.home.DataSwap;
import dev.parley.deploy.local.home.Home;
import dev.parley.deploy.local.home.RunLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/// Restores into a data folder: new data are made beside the old ones, and take their place when
/// they are complete. Kafka begins with an empty log.
final class HomeRestore {

  private final Home home;
  private final Console console;

  HomeRestore(Home home, Console console) {
    this.home = home;
    this.console = console;
  }

  /// Restores.
  ///
  /// @param filling what fills the new data
  /// @param replace whether old data may go without asking
  void run(Filling filling, boolean replace) throws IOException, SQLException {
    home.prepare();
    try (var _ = RunLock.acquire(home)) {
      var swap = new DataSwap(home);
      Path fresh = swap.begin();
      if (Files.exists(home.data(false).resolve("postgres")) && !replace) {
        Confirmation.demand(
            "There are accounts and messages in "
                + home.folder()
                + " already. They are moved away.",
            "./parley restore --replace");
      }
      try (var _ = new Ticker(console, () -> "restoring")) {
        fill(filling, fresh);
      } catch (SQLException | IOException | RuntimeException e) {
        swap.cancel();
        throw e;
      }
      Optional<Path> old = swap.swap();
      console.line("restored into " + home.folder());
      old.ifPresent(folder ->
          console.line("the old data are in " + folder + "; delete them when all is well"));
    }
    console.line("start it with ./parley up");
  }

  /// The database is stopped when this returns, and with that all of it is on disk.
  private void fill(Filling filling, Path fresh) throws SQLException, IOException {
    try (HomeDatabase database = HomeDatabase.create(home, fresh)) {
      filling.run(database.address(), fresh);
    }
  }
}
