package dev.parley.deploy.local.backup;

import dev.parley.deploy.embedded.EmbeddedPostgres;
import dev.parley.deploy.embedded.FreePorts;
import dev.parley.deploy.embedded.PostgresSettings;
import dev.parley.deploy.embedded.ServiceRole;
import dev.parley.deploy.local.console.TroubleException;
import dev.parley.deploy.local.database.DatabaseAddress;
import dev.parley.deploy.local.database.Schemas;
import dev.parley.deploy.local.home.DataSwap;
import dev.parley.deploy.local.home.Home;
import dev.parley.deploy.local.home.RunLock;
import dev.parley.deploy.local.home.Secrets;
import dev.parley.deploy.local.log.RotatingLog;
import dev.parley.deploy.local.state.ProcessState;
import dev.parley.deploy.local.state.RunState;
import dev.parley.deploy.local.state.StateFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The database of a data folder: that of the running stack, or one that is started for the time
/// being, so that a backup can be had of a stack that does not come up.
public final class HomeDatabase implements AutoCloseable {

  private static final String SUPERUSER = "postgres";

  private final Path data;
  private final DatabaseAddress address;
  private final @Nullable EmbeddedPostgres own;
  private final @Nullable RunLock lock;

  private HomeDatabase(
      Path data, DatabaseAddress address, @Nullable EmbeddedPostgres own, @Nullable RunLock lock) {
    this.data = data;
    this.address = address;
    this.own = own;
    this.lock = lock;
  }

  /// Opens the database, and starts it if nothing runs.
  ///
  /// @param home the data folder
  /// @return the database; closing it stops what was started here
  /// @throws TroubleException if there are no data
  static HomeDatabase open(Home home) {
    Optional<RunState> running =
        new StateFile(home).read().filter(state -> state.supervisor().find().isPresent());
    if (running.isPresent()) {
      return ofRunning(home, running.get());
    }
    if (!home.exists()) {
      throw nothing(home);
    }
    home.prepare();
    RunLock lock = RunLock.acquire(home);
    try {
      var _ = new DataSwap(home).recover();
      Path data = home.data(false);
      if (Files.notExists(data.resolve("postgres").resolve("PG_VERSION"))) {
        throw nothing(home);
      }
      EmbeddedPostgres postgres = start(home, data);
      return new HomeDatabase(data, address(postgres.settings()), postgres, lock);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /// Makes and starts the database of a new data folder, with roles and empty schemas.
  ///
  /// @param home whose log files are used
  /// @param data the new folder
  static HomeDatabase create(Home home, Path data) {
    EmbeddedPostgres postgres = start(home, data);
    try {
      var secrets = new Secrets(data);
      postgres.create(
          Schemas.ofServices().stream()
              .map(schema -> ServiceRole.of(schema, secrets.password(schema)))
              .toList());
      return new HomeDatabase(data, address(postgres.settings()), postgres, null);
    } catch (RuntimeException e) {
      postgres.close();
      throw e;
    }
  }

  /// {@return where it listens, for its superuser}
  DatabaseAddress address() {
    return address;
  }

  /// {@return the folder that holds all data}
  Path data() {
    return data;
  }

  @Override
  public void close() {
    try {
      if (own != null) {
        own.close();
      }
    } finally {
      if (lock != null) {
        lock.close();
      }
    }
  }

  private static TroubleException nothing(Home home) {
    return new TroubleException(
        "there is nothing to back up in " + home.folder(),
        "name the data folder: PARLEY_HOME=/path ./parley backup FILE");
  }

  private static HomeDatabase ofRunning(Home home, RunState state) {
    Path data = home.data(state.loadTest());
    int port =
        state.processes().stream()
            .filter(process -> "postgres".equals(process.service()))
            .map(ProcessState::ports)
            .map(ports -> ports.getOrDefault("database", 0))
            .findFirst()
            .orElse(0);
    return new HomeDatabase(data, address(settings(data, port)), null, null);
  }

  private static EmbeddedPostgres start(Home home, Path data) {
    var log = new RotatingLog(home.logs().resolve("postgres.log"), RotatingLog.DEFAULT_LIMIT);
    var postgres = new EmbeddedPostgres(settings(data, FreePorts.next()), log::line);
    postgres.start();
    return postgres;
  }

  private static PostgresSettings settings(Path data, int port) {
    return new PostgresSettings(
        data.resolve("postgres"), port, new Secrets(data).password(SUPERUSER), true, Map.of());
  }

  private static DatabaseAddress address(PostgresSettings settings) {
    String url = settings.jdbcUrl("public").replaceFirst("\\?.*", "");
    return new DatabaseAddress(url, SUPERUSER, settings.superuserPassword());
  }
}
