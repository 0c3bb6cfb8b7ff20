package dev.parley.deploy.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

class EmbeddedStackResourceIT {

  @Test
  void namesBrokerAndSchemaInTheKeysOfQuarkus() {
    // Given
    var resource = new EmbeddedStackResource();
    resource.init(Map.of("schema", "routing"));

    // When
    Map<String, String> keys = resource.start();

    // Then
    assertThat(keys)
        .containsEntry("quarkus.datasource.username", "routing")
        .containsEntry("kafka.bootstrap.servers", SharedStack.instance().bootstrapServers());
    assertThat(keys.get("quarkus.datasource.jdbc.url")).endsWith("/parley?currentSchema=routing");
  }

  @Test
  void leavesOutTheDataSourceWithoutASchema() {
    // Given
    var resource = new EmbeddedStackResource();
    resource.init(Map.of());

    // When
    Map<String, String> keys = resource.start();

    // Then
    assertThat(keys).containsOnlyKeys("kafka.bootstrap.servers");
  }

  @Test
  void keepsTopicsOverARestartOfTheBroker() throws Exception {
    // Given
    var stack = SharedStack.instance();
    Map<String, Object> settings = Map.of("bootstrap.servers", stack.bootstrapServers());
    try (var admin = Admin.create(settings)) {
      admin.createTopics(List.of(new NewTopic("kept", 1, (short) 1))).all().get();
    }

    // When
    stack.restartBroker();

    // Then
    try (var admin = Admin.create(settings)) {
      assertThat(admin.listTopics().names().get()).contains("kept");
    }
  }

  @Test
  void keepsRowsOverAKillOfTheDatabase() throws SQLException {
    // Given
    var stack = SharedStack.instance();
    try (var connection = connect("auth", "auth")) {
      connection.createStatement().execute("CREATE TABLE kept AS SELECT 7 AS n");
    }

    // When
    stack.killDatabase();
    stack.restartDatabase();

    // Then
    try (var connection = connect("auth", "auth");
        var rows = connection.createStatement().executeQuery("SELECT n FROM kept")) {
      assertThat(rows.next()).isTrue();
    }
  }

  @Test
  void keepsARoleOutOfTheSchemaOfAnother() throws SQLException {
    // Given
    try (var connection = connect("presence", "presence")) {
      connection.createStatement().execute("CREATE TABLE mine (n int)");
    }

    // When
    try (var connection = connect("routing", "routing");
        var statement = connection.createStatement()) {
      // Then
      assertThatThrownBy(() -> statement.execute("SELECT * FROM presence.mine"))
          .hasMessageContaining("permission denied for schema presence");
      assertThatThrownBy(() -> statement.execute("CREATE TABLE public.x (n int)"))
          .hasMessageContaining("permission denied for schema public");
      assertThat(statement.execute("SELECT 'chat' % 'chap'")).isTrue();
    }
  }

  private static Connection connect(String schema, String user) throws SQLException {
    var stack = SharedStack.instance();
    return DriverManager.getConnection(stack.jdbcUrl(schema), user, stack.password(user));
  }
}
