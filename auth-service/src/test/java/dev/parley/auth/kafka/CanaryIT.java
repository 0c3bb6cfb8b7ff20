package dev.parley.auth.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.auth.Http;
import dev.parley.auth.ServiceTest;
import dev.parley.contracts.delivery.LoggedIn;
import dev.parley.contracts.topic.KafkaSettings;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Looks for passwords where none may be.
@ServiceTest
class CanaryIT {
  private static final String FIRST = "canary-one-b31f";
  private static final String SECOND = "canary-two-77ce";
  private static final String WRONG = "canary-three-90ad";

  @Inject KafkaSettings settings;
  @Inject DataSource database;
  private final URI service = Http.service();

  private final Logger root = Logger.getLogger("");
  private final Captured captured = new Captured();
  private Level levelBefore;

  @BeforeEach
  void capture() {
    levelBefore = root.getLevel();
    root.addHandler(captured);
    root.setLevel(Level.ALL);
    runAllFlows();
    root.setLevel(levelBefore);
    root.removeHandler(captured);
  }

  @AfterEach
  void release() {
    root.setLevel(levelBefore);
    root.removeHandler(captured);
  }

  private void runAllFlows() {
    String account = "c" + UUID.randomUUID().toString().substring(0, 13);
    try (TestGateway gateway = new TestGateway(settings, service)) {
      gateway.ask(gateway.requests.register(account, FIRST));
      gateway.ask(gateway.requests.register(account, SECOND));
      gateway.ask(gateway.requests.register("bad name", FIRST));
      assertThat(gateway.ask(gateway.requests.login(account, FIRST))).isInstanceOf(LoggedIn.class);
      gateway.ask(gateway.requests.login("no" + account, FIRST));
      gateway.ask(gateway.requests.changePassword(account, FIRST, SECOND));
      assertThat(gateway.ask(gateway.requests.login(account, SECOND))).isInstanceOf(LoggedIn.class);
      for (int i = 0; i < 4; i++) {
        gateway.ask(gateway.requests.login(account, WRONG));
      }
    }
  }

  @Test
  void findsNoneInTheLogAtItsFinestLevel() {
    assertThat(captured.texts()).hasSizeGreaterThan(100);
    assertClean(captured.texts());
  }

  @Test
  void findsNoneInTheDatabase() throws SQLException {
    List<String> rows = rowsOfAllTables();

    assertThat(rows).isNotEmpty();
    assertClean(rows);
  }

  @Test
  void findsNoneInKafka() {
    List<String> values = recordsOfAllTopics();

    assertThat(values).isNotEmpty();
    assertClean(values);
  }

  private static void assertClean(List<String> texts) {
    List<String> canaries =
        Stream.of(FIRST, SECOND, WRONG)
            .map(canary -> canary.getBytes(StandardCharsets.UTF_8))
            .flatMap(bytes ->
                Stream.of(
                    new String(bytes, StandardCharsets.UTF_8),
                    Base64.getEncoder().withoutPadding().encodeToString(bytes),
                    HexFormat.of().formatHex(bytes)))
            .toList();
    assertThat(texts).noneMatch(text -> canaries.stream().anyMatch(text::contains));
  }

  private List<String> rowsOfAllTables() throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = database.getConnection()) {
      for (String table : List.of("account", "lockout", "nonce", "flyway_schema_history")) {
        ResultSet found =
            connection.createStatement().executeQuery("SELECT t::text FROM " + table + " t");
        while (found.next()) {
          rows.add(found.getString(1));
        }
      }
    }
    return rows;
  }

  private List<String> recordsOfAllTopics() {
    TopicContents contents = new TopicContents(settings);
    List<String> values = new ArrayList<>();
    for (String topic : contents.topics()) {
      for (ConsumerRecord<String, byte[]> record : contents.raw(topic)) {
        values.add(new String(record.value(), StandardCharsets.ISO_8859_1));
      }
    }
    return values;
  }

  /// Keeps every log record as text, stack trace and all.
  private static final class Captured extends Handler {
    private final List<String> texts = new ArrayList<>();
    private final Formatter formatter = new PatternFormatter("%s");

    private Captured() {
      setLevel(Level.ALL);
    }

    private synchronized List<String> texts() {
      return List.copyOf(texts);
    }

    @Override
    public synchronized void publish(LogRecord record) {
      texts.add(formatter.format(record) + trace(record));
    }

    private static String trace(LogRecord record) {
      if (record.getThrown() == null) {
        return "";
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      record.getThrown().printStackTrace(new PrintStream(bytes, true, StandardCharsets.UTF_8));
      return bytes.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
