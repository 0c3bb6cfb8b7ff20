package dev.parley.auth.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseFaultsTest {
  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "08001", "08006", "57P01", "53300", "40001", "25006"})
  void triesAgainWhatMayGoWellLater(String state) {
    // Given
    RuntimeException fault = new IllegalStateException(new SQLException("fault", state));

    // When / Then
    assertThat(DatabaseFaults.isTemporary(fault)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"22001", "23505", "42P01"})
  void givesUpWhatIsWrongWithTheStatement(String state) {
    // Given
    RuntimeException fault = new IllegalStateException(new SQLException("fault", state));

    // When / Then
    assertThat(DatabaseFaults.isTemporary(fault)).isFalse();
  }

  @Test
  void findsTheFaultOfACommitAmongTheSuppressed() {
    // Given
    Exception rollback = new IllegalStateException("could not commit");
    rollback.addSuppressed(new SQLException("connection lost", "08006"));

    // When / Then
    assertThat(DatabaseFaults.isTemporary(new IllegalStateException(rollback))).isTrue();
  }

  @Test
  void givesUpWhatTheDatabaseHasNoPartIn() {
    // When / Then
    assertThat(DatabaseFaults.isTemporary(new NullPointerException())).isFalse();
  }
}
