package dev.parley.presence.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.contracts.audit.AuditAction;
import dev.parley.contracts.audit.AuditEvent;
import dev.parley.presence.PresenceStack;
import dev.parley.presence.audit.AuditStore;
import dev.parley.presence.audit.AuditStoreContract;
import dev.parley.presence.audit.AuditedEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PresenceStack.class)
class JdbcAuditStoreIT extends AuditStoreContract {

  private final AuditStore store;
  private final DataSource dataSource;

  @Inject
  JdbcAuditStoreIT(AuditStore store, DataSource dataSource) {
    this.store = store;
    this.dataSource = dataSource;
  }

  @Override
  protected AuditStore store() {
    return store;
  }

  @Test
  void keepsEveryField() throws SQLException {
    // Given
    long offset = System.nanoTime();
    AuditedEvent event =
        new AuditedEvent("routing-service", "parley.conversations", 5, everything(offset));

    // When
    store.store(List.of(event), _ -> {});

    // Then
    assertThat(row(offset))
        .isEqualTo(
            "2026-11-20 13:06:40.007|routing-service|member_added|alice|#ops|bob|9|7|ws|::1|5|2");
  }

  @Test
  void refusesAnEventThatTheDatabaseCannotHold() {
    // Given
    AuditedEvent event =
        new AuditedEvent("routing-service\u0000", "parley.conversations", 5, everything(1));

    // When
    // Then
    assertThatThrownBy(() -> store.store(List.of(event), _ -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the database refuses the data, SQLSTATE 22021");
  }

  private static AuditEvent everything(long offset) {
    return new AuditEvent(
        offset,
        2,
        1_795_180_000_007L,
        AuditAction.MEMBER_ADDED,
        "alice",
        "#ops",
        "bob",
        9L,
        7,
        "ws",
        "::1");
  }

  private String row(long offset) throws SQLException {
    try (var connection = dataSource.getConnection();
        var statement =
            connection.prepareStatement(
                """
                SELECT concat_ws('|', at AT TIME ZONE 'UTC', service, action, account,
                                 conversation, subject, seq, size, door, address, partition, item)
                FROM audit_event WHERE record_offset = ?
                """)) {
      statement.setLong(1, offset);
      try (var rows = statement.executeQuery()) {
        return rows.next() ? rows.getString(1) : "";
      }
    }
  }
}
