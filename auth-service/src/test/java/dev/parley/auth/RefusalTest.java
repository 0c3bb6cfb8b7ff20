package dev.parley.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.ErrorCode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalTest {
  @ParameterizedTest
  @CsvSource({"1, 1", "999, 1", "1000, 1", "1001, 2", "59999, 60", "60000, 60"})
  void roundsTheSecondsOfALockUp(long millis, long seconds) {
    // When
    Refusal refusal = Refusal.locked(Duration.ofMillis(millis));

    // Then
    assertThat(refusal.code()).isEqualTo(ErrorCode.LOCKED);
    assertThat(refusal.detail()).isEqualTo(seconds);
    assertThat(refusal.message()).contains(seconds + " second");
  }

  @Test
  void tellsOfTheLockInTheWordsOfAWrongPassword() {
    // When
    Refusal refusal = Refusal.badCredentialsAndLocked(Duration.ofSeconds(60));

    // Then
    assertThat(refusal.code()).isEqualTo(ErrorCode.BAD_CREDENTIALS);
    assertThat(refusal.message())
        .isEqualTo("wrong user name or password; locked for 60 seconds now");
    assertThat(refusal.detail()).isZero();
  }
}
