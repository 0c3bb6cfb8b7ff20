package dev.parley.deploy.local.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.deploy.local.console.TroubleException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunLockTest {

  @TempDir Path folder = Path.of("");
  private Home home = new Home(folder);

  @BeforeEach
  void prepare() {
    home = new Home(folder.resolve("home"));
    home.prepare();
  }

  @Test
  void refusesASecondRun() {
    // Given
    try (var _ = RunLock.acquire(home)) {
      // When, Then
      assertThatThrownBy(() -> RunLock.acquire(home))
          .isInstanceOf(TroubleException.class)
          .hasMessageContaining("running already")
          .hasMessageContaining(Long.toString(ProcessHandle.current().pid()));
    }
  }

  @Test
  void isFreeAgainAfterARun() {
    // Given
    RunLock.acquire(home).close();

    // When
    try (var lock = RunLock.acquire(home)) {
      // Then
      assertThat(lock.isTakenOver()).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"999999999 1", "half", ""})
  void takesOverALockWhoseProcessIsGone(String text) throws IOException {
    // Given
    Files.writeString(home.run().resolve("lock"), text);

    // When
    try (var lock = RunLock.acquire(home)) {
      // Then
      assertThat(lock.isTakenOver()).isTrue();
    }
  }

  @Test
  void takesOverALockWhoseProcessIdBelongsToALaterProcess() throws IOException {
    // Given
    ProcessIdentity self = ProcessIdentity.ofThisProcess();
    long anHourEarlier = self.startMillis() - 3_600_000;
    Files.writeString(home.run().resolve("lock"), self.pid() + " " + anHourEarlier);

    // When
    try (var lock = RunLock.acquire(home)) {
      // Then
      assertThat(lock.isTakenOver()).isTrue();
    }
  }
}
