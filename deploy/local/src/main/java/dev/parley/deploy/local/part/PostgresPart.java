package dev.parley.deploy.local.part;

import dev.parley.deploy.embedded.EmbeddedPostgres;
import dev.parley.deploy.embedded.PostgresSettings;
import dev.parley.deploy.embedded.ServiceRole;
import dev.parley.deploy.local.log.RotatingLog;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// The database of the stack, with the roles of the services.
public final class PostgresPart implements Part {

  private final EmbeddedPostgres postgres;
  private final List<ServiceRole> roles;

  /// Makes a server that is not started yet.
  ///
  /// @param settings port, folder and options
  /// @param roles one for each service with tables
  /// @param log takes its lines
  public PostgresPart(PostgresSettings settings, List<ServiceRole> roles, RotatingLog log) {
    this.postgres = new EmbeddedPostgres(settings, log::line);
    this.roles = List.copyOf(roles);
  }

  @Override
  public String name() {
    return "postgres";
  }

  @Override
  public String kind() {
    return "postgres";
  }

  @Override
  public Map<String, Integer> ports() {
    return Map.of("database", postgres.settings().port());
  }

  @Override
  public void start() {
    postgres.start();
    postgres.create(roles);
  }

  @Override
  public void stop() {
    postgres.stop();
  }

  @Override
  public long pid() {
    return postgres.isAlive() ? postgres.pid() : -1;
  }

  @Override
  public CompletableFuture<Integer> onExit() {
    return postgres.onExit();
  }
}
