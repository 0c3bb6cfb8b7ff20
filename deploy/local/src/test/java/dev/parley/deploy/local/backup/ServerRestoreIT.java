package dev.parley.deploy.local.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.deploy.local.archive.BackupFile;
import dev.parley.deploy.local.console.Console;
import dev.parley.deploy.local.console.TroubleException;
import dev.parley.deploy.local.database.DatabaseAddress;
import dev.parley.deploy.local.database.RestoreRecord;
import dev.parley.deploy.local.home.Home;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// A server with the tables of all services: backed up, and restored into itself.
@TestInstance(Lifecycle.PER_CLASS)
class ServerRestoreIT {

  private static final String FILE = "0123456789abcdef0123456789abcdef";

  private Path folder = Path.of("");
  private Path files = Path.of("");
  private final Console console =
      new Console(new PrintStream(OutputStream.nullOutputStream()), false);
  private HomeDatabase server;
  private DatabaseAddress address;
  private Path root = Path.of("");
  private Path backup = Path.of("");

  @BeforeAll
  void backUp(@TempDir Path fresh) throws IOException, SQLException {
    folder = fresh;
    root = Services.install(folder.resolve("root"));
    Home home = new Home(folder.resolve("home"));
    home.prepare();
    server = HomeDatabase.create(home, home.secretFolder(home.data(false)));
    address = server.address();
    Services.migrate(address);
    execute(
        "INSERT INTO auth.account (handle, password_hash, password_set_by, created_at, announced)"
            + " VALUES ('alice', 'h', 'n', now(), TRUE)",
        "INSERT INTO auth.nonce VALUES ('n', 1, 17, now())",
        "INSERT INTO routing.conversation (name, kind, created_at) VALUES ('#team', 3, 1)",
        "INSERT INTO routing.entry"
            + " (conversation_id, seq, at, kind, author, client_message_id, text)"
            + " SELECT 2, i, i, 1, 'alice', 'c' || i, E'tab\\t line\\n ' || i"
            + " FROM generate_series(1, 1000) i",
        "INSERT INTO routing.member VALUES (2, 'alice', 1, 1, 1)",
        "INSERT INTO routing.partition_progress VALUES (0, 100)",
        "INSERT INTO presence.partition_progress VALUES (0, 5, now())",
        "INSERT INTO presence.gateway (id, last_seen) VALUES ('gw', now())",
        "INSERT INTO presence.session (id, account, gateway, door, address, opened_at)"
            + " VALUES ('s', 'alice', 'gw', 'tcp', '127.0.0.1', now() - interval '1 hour')",
        "INSERT INTO presence.audit_topic (name) VALUES ('parley.conversations')");
    // What people sent is among what is named.
    execute(
        "INSERT INTO routing.entry"
            + " (conversation_id, seq, at, kind, author, client_message_id, text, attachment)"
            + " VALUES (2, 1001, 1, 1, 'alice', 'f1', 'a.txt', '"
            + FILE
            + " 5 "
            + FILE.repeat(2)
            + " text/plain a.txt')");
    files = Files.createDirectories(folder.resolve("files"));
    Path file = Files.createDirectories(files.resolve("files/01/" + FILE));
    Files.writeString(file.resolve("file.json"), "{}");
    Files.writeString(file.resolve("bytes"), "hello");
    Path keys = Files.createDirectories(folder.resolve("keys"));
    Files.writeString(keys.resolve("token.jwk"), "{}");
    Files.writeString(folder.resolve("password"), address.password());
    backup = folder.resolve("backup.zip");
    assertThat(backUp(backup, "--folder", "tokens=" + keys, "--folder", "files=" + files)).isZero();
  }

  private int backUp(Path to, String... options) {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("--database-url", address.url()));
    arguments.addAll(List.of("--database-password-file", folder.resolve("password").toString()));
    arguments.addAll(List.of(options));
    arguments.add(to.toString());
    return new CommandLine(new BackupCommand()).execute(arguments.toArray(String[]::new));
  }

  /// Files in a bucket, say: no backup pretends to hold them.
  @Test
  void backsUpNothingThatLacksFilesOfMessagesUnlessToldThatTheyLieElsewhere() throws IOException {
    // Given
    Path lacking = folder.resolve("lacking.zip");

    // When
    int refused = backUp(lacking, "--folder", "tokens=" + folder.resolve("keys"));

    // Then
    assertThat(refused).isNotZero();
    assertThat(lacking).doesNotExist();

    // When
    int told = backUp(lacking, "--files-elsewhere", "--folder", "tokens=" + folder.resolve("keys"));

    // Then
    assertThat(told).isZero();
    assertThat(new BackupFile(lacking, null).verify().files()).isEqualTo(1);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void comesBackTurnedTowardsANewLog() throws IOException, SQLException {
    // Given
    List<String> entries = rows("SELECT * FROM routing.entry ORDER BY seq");
    execute("DELETE FROM routing.entry");
    Path keys = folder.resolve("new-keys");

    // When
    restore(Map.of("tokens", keys, "files", folder.resolve("new-files")));

    // Then
    assertThat(rows("SELECT * FROM routing.entry ORDER BY seq")).isEqualTo(entries).hasSize(1_001);
    assertThat(rows("SELECT name FROM routing.conversation ORDER BY 1"))
        .containsExactly("#lobby", "#team");
    assertThat(rows("SELECT * FROM routing.partition_progress")).isEmpty();
    assertThat(rows("SELECT * FROM presence.partition_progress")).isEmpty();
    assertThat(rows("SELECT * FROM presence.gateway")).isEmpty();
    assertThat(rows("SELECT reason FROM presence.session")).containsExactly("gateway_lost");
    assertThat(rows("SELECT announced FROM auth.account")).containsExactly("f");
    assertThat(rows("SELECT record_offset FROM auth.nonce")).containsExactly("-1");
    assertThat(rows("SELECT name FROM presence.audit_topic"))
        .allMatch(name -> name.startsWith("parley.conversations until "));
    assertThat(rows("SELECT tableowner FROM pg_tables WHERE schemaname = 'routing'"))
        .containsOnly("routing");
    assertThat(keys.resolve("token.jwk")).hasContent("{}");
    try (Connection connection = address.connect()) {
      assertThat(RestoreRecord.last(connection)).isPresent();
    }
    // The next conversation gets a number that no other has.
    execute("INSERT INTO routing.conversation (name, kind, created_at) VALUES ('#new', 3, 1)");
    execute("DELETE FROM routing.conversation WHERE name = '#new'");
  }

  @Test
  void leavesTheDatabaseAsItIsWhileSomebodyIsConnected() throws IOException, SQLException {
    // Given
    List<String> before = rows("SELECT count(*) FROM routing.entry");

    // When, Then
    try (Connection _ = address.connect()) {
      assertThatThrownBy(() ->
              restore(Map.of("tokens", folder.resolve("other"), "files", folder.resolve("others"))))
          .isInstanceOf(TroubleException.class)
          .hasMessageContaining("somebody is connected");
    }
    assertThat(rows("SELECT count(*) FROM routing.entry")).isEqualTo(before);
    assertThat(rows("SELECT datname FROM pg_database WHERE datname = 'parley_new'")).isEmpty();
    assertThat(folder.resolve("other")).doesNotExist();
  }

  @Test
  void asksForTheFolderOfEveryKeyBeforeItTouchesAnything() {
    assertThatThrownBy(() -> restore(Map.of("files", folder.resolve("others"))))
        .isInstanceOf(TroubleException.class)
        .hasMessageContaining("the folder tokens");
  }

  private void restore(Map<String, Path> folders) throws IOException, SQLException {
    var file = new BackupFile(backup, null);
    var filling = new Filling(root, file, file.verify());
    new ServerRestore(address, folders, console).run(filling, true);
  }

  private void execute(String... statements) throws SQLException {
    try (Connection connection = address.connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private List<String> rows(String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = address.connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          values.add(String.valueOf(result.getString(i)));
        }
        rows.add(String.join("|", values));
      }
    }
    return rows;
  }
}
