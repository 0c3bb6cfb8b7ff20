package dev.parley.routing.batch.postgres;

import dev.parley.deploy.embedded.EmbeddedPostgres;
import dev.parley.deploy.embedded.FreePorts;
import dev.parley.deploy.embedded.PostgresSettings;
import dev.parley.deploy.embedded.ServiceRole;
import dev.parley.routing.batch.Storage;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/// A PostgreSQL with the tables of this service, for tests without Quarkus. Ends with the JVM.
public final class TestDatabase {
  private static final String PASSWORD = "in-tests";
  private static final String EMPTY =
      """
      TRUNCATE entry, member, mute, block, partition_progress, message_state, message_edit, reaction,
        search_document, search_progress;
      DELETE FROM conversation WHERE name <> '#lobby';\
      """;

  private static @Nullable AgroalDataSource shared;

  private TestDatabase() {}

  /// {@return the JVM's only one, with nothing in it but the lobby}
  public static synchronized Storage emptied() {
    if (shared == null) {
      shared = start(false);
    }
    try (Connection connection = shared.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(EMPTY);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return new JdbcStorage(shared);
  }

  /// {@return connections to the JVM's only one}
  public static synchronized DataSource connections() {
    if (shared == null) {
      shared = start(false);
    }
    return shared;
  }

  /// Starts a new one.
  ///
  /// @param durable whether it keeps what it commits over a power cut
  /// @return connections to it
  static AgroalDataSource start(boolean durable) {
    try {
      Path folder = Files.createTempDirectory("parley-routing-");
      PostgresSettings settings =
          new PostgresSettings(
              folder.resolve("postgres"), FreePorts.next(), PASSWORD, durable, Map.of());
      EmbeddedPostgres postgres = new EmbeddedPostgres(settings, _ -> {});
      postgres.start();
      postgres.create(List.of(ServiceRole.of("routing", PASSWORD)));
      AgroalDataSource dataSource = dataSource(settings.jdbcUrl("routing"));
      Flyway.configure().dataSource(dataSource).load().migrate();
      return dataSource;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static AgroalDataSource dataSource(String url) throws SQLException {
    return AgroalDataSource.from(
        new AgroalDataSourceConfigurationSupplier()
            .connectionPoolConfiguration(pool ->
                pool.maxSize(4)
                    .connectionFactoryConfiguration(factory ->
                        factory
                            .jdbcUrl(url)
                            .principal(new NamePrincipal("routing"))
                            .credential(new SimplePassword(PASSWORD)))));
  }
}
