package dev.parley.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.auth.Outcome;
import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.delivery.LoggedIn;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthServiceTest {
  private static final String RIGHT = "wonderland 1";

  @TempDir Path folder;
  private Scene scene;

  @BeforeEach
  void registerAlice() {
    scene = new Scene(folder);
    scene.ask(scene.requests.register("alice", RIGHT));
  }

  @Test
  void triesAgainWhileTheDatabaseIsAwayForAMoment() {
    // Given
    scene.accounts.failNext(3);

    // When
    Outcome outcome = scene.ask(scene.requests.login("alice", RIGHT));

    // Then
    assertThat(outcome.reply()).isInstanceOf(LoggedIn.class);
  }

  @Test
  void countsAnAttemptOnceHoweverOftenItIsTried() {
    // Given
    scene.accounts.failNext(4);
    scene.ask(scene.requests.login("alice", "wrong"));

    // When
    Outcome outcome = scene.ask(scene.requests.login("alice", RIGHT));

    // Then
    assertThat(outcome.reply()).isInstanceOf(LoggedIn.class);
  }

  @Test
  void givesUpWhenTheDatabaseStaysAway() {
    // Given
    scene.accounts.failNext(Integer.MAX_VALUE);

    // When
    Outcome outcome = scene.ask(scene.requests.checkToken("alice", 0));

    // Then
    assertThat(Scene.code(outcome)).isEqualTo(ErrorCode.UNAVAILABLE);
  }

  @Test
  void answersARequestThatBreaksAHandlerAsItsOwnFault() {
    // Given: a hash that no version of this service has written
    scene.accounts.addIfFree(new Account("broken", "no hash", "nonce", Instant.EPOCH));

    // When
    Outcome outcome = scene.ask(scene.requests.login("broken", RIGHT));

    // Then
    assertThat(Scene.code(outcome)).isEqualTo(ErrorCode.INTERNAL);
  }

  @Test
  void countsRequestsByKindAndOutcome() {
    // When
    scene.ask(scene.requests.login("alice", RIGHT));
    scene.ask(scene.requests.login("alice", "wrong"));
    scene.ask(scene.requests.login("alice", "wrong"));

    // Then
    assertThat(counted("login", "done")).isEqualTo(1);
    assertThat(counted("login", "bad_credentials")).isEqualTo(2);
    assertThat(counted("register", "done")).isEqualTo(1);
  }

  private double counted(String kind, String outcome) {
    return scene
        .meters
        .get("parley.auth.requests")
        .tags("kind", kind, "outcome", outcome)
        .counter()
        .count();
  }
}
