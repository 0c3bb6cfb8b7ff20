package dev.parley.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.auth.Arrival;
import dev.parley.auth.Outcome;
import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.audit.AuditAction;
import dev.parley.contracts.auth.ChangePassword;
import dev.parley.contracts.delivery.Done;
import dev.parley.contracts.delivery.LoggedIn;
import dev.parley.contracts.delivery.Reply;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangePasswordTest {
  private static final String OLD = "wonderland 1";
  private static final String NEW = "looking glass";

  @TempDir Path folder;
  private Scene scene;

  @BeforeEach
  void registerAlice() {
    scene = new Scene(folder);
    scene.ask(scene.requests.register("alice", OLD));
  }

  private Outcome change(String from, String to) {
    return scene.ask(scene.requests.changePassword("alice", from, to));
  }

  private Reply logIn(String password) {
    return scene.ask(scene.requests.login("alice", password)).reply();
  }

  @Test
  void putsTheNewPasswordInThePlaceOfTheOld() {
    // When
    Outcome outcome = change(OLD, NEW);

    // Then
    assertThat(outcome.reply()).isInstanceOf(Done.class);
    assertThat(outcome.actions()).containsExactly(AuditAction.PASSWORD_CHANGED);
    assertThat(Scene.code(scene.ask(scene.requests.login("alice", OLD))))
        .isEqualTo(ErrorCode.BAD_CREDENTIALS);
    assertThat(logIn(NEW)).isInstanceOf(LoggedIn.class);
  }

  @Test
  void leavesThePasswordToWhoDoesNotKnowIt() {
    // When
    Outcome outcome = change("wrong", NEW);

    // Then
    assertThat(Scene.code(outcome)).isEqualTo(ErrorCode.BAD_CREDENTIALS);
    assertThat(outcome.actions()).containsExactly(AuditAction.LOGIN_FAILED);
    assertThat(logIn(OLD)).isInstanceOf(LoggedIn.class);
  }

  @Test
  void countsAWrongOldPasswordTowardsTheSameLockAsALogin() {
    // Given
    change("wrong", NEW);
    scene.ask(scene.requests.login("alice", "wrong"));
    change("wrong", NEW);

    // When
    Outcome outcome = change(OLD, NEW);

    // Then
    assertThat(Scene.code(outcome)).isEqualTo(ErrorCode.LOCKED);
  }

  @ParameterizedTest
  @CsvSource({"short", "password1", "ALICE"})
  void refusesAWeakNewPasswordWithoutCounting(String weak) {
    // When
    Outcome outcome = change("wrong", weak);

    // Then
    assertThat(Scene.code(outcome)).isEqualTo(ErrorCode.WEAK_PASSWORD);
    assertThat(outcome.actions()).isEmpty();
  }

  @Test
  void answersARepeatedRecordAsBefore() {
    // Given
    ChangePassword request = scene.requests.changePassword("alice", OLD, NEW);
    Arrival arrival = scene.next();
    Outcome first = scene.service.handle(request, arrival);

    // When
    Outcome second = scene.service.handle(request, arrival);

    // Then
    assertThat(second).isEqualTo(first);
    assertThat(logIn(NEW)).isInstanceOf(LoggedIn.class);
  }

  @Test
  void refusesAnAccountThatDoesNotExistAsAWrongPassword() {
    // When
    Outcome outcome = scene.ask(scene.requests.changePassword("nobody", OLD, NEW));

    // Then
    assertThat(Scene.code(outcome)).isEqualTo(ErrorCode.BAD_CREDENTIALS);
  }

  @Test
  void endsTheTokensOfBefore() {
    // Given
    long before = scene.now.getEpochSecond();
    scene.pass(Duration.ofMillis(1_700));

    // When
    change(OLD, NEW);

    // Then
    assertThat(Scene.code(scene.ask(scene.requests.checkToken("alice", before))))
        .isEqualTo(ErrorCode.BAD_CREDENTIALS);
    assertThat(
            Scene.code(scene.ask(scene.requests.checkToken("alice", scene.now.getEpochSecond()))))
        .isEqualTo(ErrorCode.BAD_CREDENTIALS);
  }

  @Test
  void leavesTheTokensOfAfterGoodEvenWithinTheSameSecond() {
    // Given
    change(OLD, NEW);

    // When
    LoggedIn loggedIn = (LoggedIn) logIn(NEW);

    // Then
    long issuedAt = loggedIn.expiresAt() / 1_000 - Duration.ofHours(12).toSeconds();
    assertThat(issuedAt).isEqualTo(scene.now.getEpochSecond() + 1);
    assertThat(scene.ask(scene.requests.checkToken("alice", issuedAt)).reply())
        .isInstanceOf(Done.class);
  }
}
