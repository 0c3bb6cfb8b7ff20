package dev.parley.presence.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.audit.AuditAction;
import dev.parley.contracts.audit.AuditEvent;
import dev.parley.contracts.delivery.AuditRow;
import dev.parley.presence.PresenceStack;
import dev.parley.presence.audit.AuditFilter;
import dev.parley.presence.audit.AuditPosition;
import dev.parley.presence.audit.AuditReader;
import dev.parley.presence.audit.AuditStore;
import dev.parley.presence.audit.AuditedEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PresenceStack.class)
class JdbcAuditReaderIT {

  private static final long NOON = 1_795_176_000_000L;

  private final AuditStore store;
  private final AuditReader reader;
  private final String handle = "a" + UUID.randomUUID().toString().substring(0, 18);

  @Inject
  JdbcAuditReaderIT(AuditStore store, AuditReader reader) {
    this.store = store;
    this.reader = reader;
  }

  private AuditedEvent event(
      int item, long at, AuditAction action, String account, @Nullable String subject) {
    return new AuditedEvent(
        "auth-service",
        "parley.auth",
        3,
        new AuditEvent(
            System.nanoTime(), item, at, action, account, null, subject, null, null, "tcp", "::1"));
  }

  private List<AuditRow> read(AuditFilter filter) {
    return reader.read(filter, 100).stream().map(AuditReader.Placed::row).toList();
  }

  private void storeThree() {
    store.store(
        List.of(
            event(0, NOON, AuditAction.LOGGED_IN, handle, null),
            event(0, NOON + 1, AuditAction.LOGIN_FAILED, handle, null),
            event(0, NOON + 2, AuditAction.ACCOUNT_DISABLED, "console", handle)),
        _ -> {});
  }

  @Test
  void findsWhatAnAccountDidAndWhatWasDoneToItLatestFirst() {
    // Given
    storeThree();

    // When
    List<AuditRow> found = read(new AuditFilter(handle, null, null, null, null));

    // Then
    assertThat(found)
        .extracting(AuditRow::action)
        .containsExactly("account_disabled", "login_failed", "logged_in");
    assertThat(found.getFirst())
        .isEqualTo(
            new AuditRow(
                NOON + 2, "account_disabled", "console", null, handle, null, "tcp", "::1"));
  }

  @Test
  void filtersByActionAndTime() {
    // Given
    storeThree();

    // When / Then
    assertThat(read(new AuditFilter(handle, "login_failed", null, null, null))).hasSize(1);
    assertThat(read(new AuditFilter(handle, null, NOON + 1, null, null))).hasSize(2);
    assertThat(read(new AuditFilter(handle, null, null, NOON + 1, null)))
        .extracting(AuditRow::action)
        .containsExactly("logged_in");
  }

  @Test
  void goesOnBehindAPosition() {
    // Given
    storeThree();
    AuditPosition first =
        reader.read(new AuditFilter(handle, null, null, null, null), 1).getFirst().position();

    // When
    List<AuditRow> rest = read(new AuditFilter(handle, null, null, null, first));

    // Then
    assertThat(AuditPosition.parse(first.toString())).contains(first);
    assertThat(rest).extracting(AuditRow::action).containsExactly("login_failed", "logged_in");
  }
}
