package dev.parley.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.auth.Arrival;
import dev.parley.auth.Outcome;
import dev.parley.auth.password.Hashings;
import dev.parley.auth.token.Tokens;
import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.audit.AuditAction;
import dev.parley.contracts.auth.Login;
import dev.parley.contracts.delivery.LoggedIn;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginTest {
  private static final String RIGHT = "wonderland 1";

  @TempDir Path folder;
  private Scene scene;

  @BeforeEach
  void registerAlice() {
    scene = new Scene(folder);
    scene.ask(scene.requests.register("alice", RIGHT));
  }

  private Outcome logIn(String account, String password) {
    return scene.ask(scene.requests.login(account, password));
  }

  @Test
  void answersARightPasswordWithAToken() throws Exception {
    // Given
    Login request = scene.requests.login("alice", RIGHT);

    // When
    Outcome outcome = scene.ask(request);

    // Then
    LoggedIn loggedIn = (LoggedIn) outcome.reply();
    JwtClaims claims =
        Tokens.verify(loggedIn.token(), scene.tokenKeys.published(), scene.now.getEpochSecond());
    assertThat(loggedIn.request()).isEqualTo(request.replyTo().request());
    assertThat(loggedIn.account()).isEqualTo("alice").isEqualTo(claims.getSubject());
    assertThat(loggedIn.expiresAt())
        .isEqualTo(scene.now.plus(Duration.ofHours(12)).toEpochMilli())
        .isEqualTo(claims.getExpirationTime().getValueInMillis());
    assertThat(outcome.actions()).containsExactly(AuditAction.LOGGED_IN);
  }

  @Test
  void answersAWrongPasswordAndAnUnknownAccountAlike() {
    // When
    List<Outcome> known =
        List.of(
            logIn("alice", "wrong one"),
            logIn("alice", "wrong two"),
            logIn("alice", "wrong three"),
            logIn("alice", RIGHT));
    List<Outcome> unknown =
        List.of(
            logIn("nobody", "wrong one"),
            logIn("nobody", "wrong two"),
            logIn("nobody", "wrong three"),
            logIn("nobody", RIGHT));

    // Then
    assertThat(texts(known)).isEqualTo(texts(unknown));
    assertThat(deeds(known)).isEqualTo(deeds(unknown));
    assertThat(known.stream().map(Scene::code))
        .containsExactly(
            ErrorCode.BAD_CREDENTIALS,
            ErrorCode.BAD_CREDENTIALS,
            ErrorCode.BAD_CREDENTIALS,
            ErrorCode.LOCKED);
  }

  private static List<String> texts(List<Outcome> outcomes) {
    return outcomes.stream()
        .map(Scene::refused)
        .map(refused -> refused.code() + " " + refused.message() + " " + refused.detail())
        .toList();
  }

  private static List<List<AuditAction>> deeds(List<Outcome> outcomes) {
    return outcomes.stream().map(Outcome::actions).toList();
  }

  @Test
  void locksAfterThreeWrongPasswordsEvenTheRightOneOut() {
    // Given
    List<Outcome> wrong = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      wrong.add(logIn("alice", "wrong"));
    }
    scene.pass(Duration.ofMillis(40_500));

    // When
    Outcome outcome = logIn("alice", RIGHT);

    // Then
    assertThat(Scene.code(outcome)).isEqualTo(ErrorCode.LOCKED);
    assertThat(Scene.refused(outcome).detail()).isEqualTo(20);
    assertThat(wrong.getLast().actions())
        .containsExactly(AuditAction.LOGIN_FAILED, AuditAction.LOCKED);
  }

  @Test
  void opensAgainAfterAMinute() {
    // Given
    for (int i = 0; i < 3; i++) {
      logIn("alice", "wrong");
    }
    scene.pass(Duration.ofSeconds(60));

    // When
    Outcome outcome = logIn("alice", RIGHT);

    // Then
    assertThat(outcome.reply()).isInstanceOf(LoggedIn.class);
  }

  @Test
  void startsCountingAnewAfterARightPassword() {
    // Given
    logIn("alice", "wrong");
    logIn("alice", "wrong");
    logIn("alice", RIGHT);
    logIn("alice", "wrong");
    logIn("alice", "wrong");

    // When
    Outcome outcome = logIn("alice", RIGHT);

    // Then
    assertThat(outcome.reply()).isInstanceOf(LoggedIn.class);
  }

  @Test
  void countsARepeatedRecordOnce() {
    // Given
    Login wrong = scene.requests.login("alice", "wrong");
    Arrival arrival = scene.next();
    for (int i = 0; i < 5; i++) {
      scene.service.handle(wrong, arrival);
    }

    // When
    Outcome outcome = logIn("alice", RIGHT);

    // Then
    assertThat(outcome.reply()).isInstanceOf(LoggedIn.class);
  }

  @Test
  void tellsTheSameOfARepeatedLock() {
    // Given
    logIn("alice", "wrong");
    logIn("alice", "wrong");
    Login third = scene.requests.login("alice", "wrong");
    Arrival arrival = scene.next();
    Outcome first = scene.service.handle(third, arrival);

    // When
    Outcome second = scene.service.handle(third, arrival);

    // Then
    assertThat(second).isEqualTo(first);
  }

  @Test
  void doesNotCountABrokenSeal() {
    // Given
    for (int i = 0; i < 5; i++) {
      Login login = scene.requests.login("bob", RIGHT);
      scene.ask(
          new Login("alice", login.password(), login.session(), login.origin(), login.replyTo()));
    }

    // When
    Outcome outcome = logIn("alice", RIGHT);

    // Then
    assertThat(outcome.reply()).isInstanceOf(LoggedIn.class);
  }

  @Test
  void refusesACopyOfALogin() {
    // Given
    Login login = scene.requests.login("alice", RIGHT);
    scene.ask(login);

    // When
    Outcome copy = scene.ask(login);

    // Then
    assertThat(Scene.code(copy)).isEqualTo(ErrorCode.BAD_CREDENTIALS);
  }

  @Test
  void refusesTheSealedPasswordOfARegistration() {
    // Given
    var register = scene.requests.register("carol", RIGHT);
    scene.ask(register);

    // When
    Outcome outcome =
        scene.ask(
            new Login(
                "carol",
                register.password(),
                register.session(),
                register.origin(),
                register.replyTo()));

    // Then
    assertThat(Scene.code(outcome)).isEqualTo(ErrorCode.BAD_CREDENTIALS);
  }

  @Test
  void refusesAHandleThatNobodyCanHave() {
    // When
    Outcome outcome = logIn("not a handle", RIGHT);

    // Then
    assertThat(Scene.code(outcome)).isEqualTo(ErrorCode.BAD_CREDENTIALS);
    assertThat(outcome.actions()).isEmpty();
  }

  @Test
  void countsAHugePasswordAsAWrongOne() {
    // When
    Outcome outcome = logIn("alice", "x".repeat(60_000));

    // Then
    assertThat(Scene.code(outcome)).isEqualTo(ErrorCode.BAD_CREDENTIALS);
    assertThat(outcome.actions()).containsExactly(AuditAction.LOGIN_FAILED);
  }

  @Test
  void isBusyWithoutCountingTheAttempt() {
    // Given
    var hashing = Hashings.impatient();
    List<AutoCloseable> places = new ArrayList<>();
    for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
      places.add(hashing.enter().orElseThrow());
    }
    Scene busy = new Scene(folder, hashing);

    // When
    List<ErrorCode> codes = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      codes.add(Scene.code(busy.ask(busy.requests.login("alice", "wrong"))));
    }

    // Then
    assertThat(places).isNotEmpty();
    assertThat(codes).containsOnly(ErrorCode.UNAVAILABLE);
  }

  @Test
  void bringsAnOutdatedHashUpToDate() {
    // Given
    String cheap = scene.accounts.find("alice").orElseThrow().passwordHash();
    Scene dearer = new Scene(folder, Hashings.with(Map.of("parley.auth.password.iterations", "2")));
    dearer.accounts.addIfFree(scene.accounts.find("alice").orElseThrow());

    // When
    dearer.ask(dearer.requests.login("alice", RIGHT));

    // Then
    assertThat(dearer.accounts.find("alice").orElseThrow().passwordHash())
        .isNotEqualTo(cheap)
        .startsWith("$argon2id$v=19$m=64,t=2,p=1$");
    assertThat(dearer.ask(dearer.requests.login("alice", RIGHT)).reply())
        .isInstanceOf(LoggedIn.class);
  }
}
