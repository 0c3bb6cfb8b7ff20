package dev.parley.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.auth.Arrival;
import dev.parley.auth.Outcome;
import dev.parley.auth.password.Hashings;
import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.audit.AuditAction;
import dev.parley.contracts.auth.Register;
import dev.parley.contracts.auth.SealedPassword;
import dev.parley.contracts.delivery.Done;
import dev.parley.contracts.delivery.LoggedIn;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegisterTest {
  private static final Map<String, String> CLOSED =
      Map.of("parley.auth.account.registration", "closed");

  @TempDir Path folder;
  private Scene scene;

  @BeforeEach
  void setScene() {
    scene = new Scene(folder);
  }

  @Test
  void makesAnAccountAndAnnouncesIt() {
    // Given
    Register request = scene.requests.register("alice", "wonderland 1");

    // When
    Outcome outcome = scene.ask(request);

    // Then
    assertThat(outcome.reply()).isEqualTo(new Done(request.replyTo().request()));
    assertThat(outcome.actions()).containsExactly(AuditAction.REGISTERED);
    assertThat(scene.announced).containsExactly("alice " + scene.now);
    assertThat(scene.accounts.unannounced(scene.now.plusSeconds(60), 10)).isEmpty();
  }

  @Test
  void letsTheAccountLogIn() {
    // Given
    scene.ask(scene.requests.register("alice", "wonderland 1"));

    // When
    Outcome outcome = scene.ask(scene.requests.login("alice", "wonderland 1"));

    // Then
    assertThat(outcome.reply()).isInstanceOf(LoggedIn.class);
  }

  @Test
  void makesNothingWhereRegistrationIsClosedAndTellsNobodyWhichNamesThereAre() {
    // Given
    Scene closed = new Scene(folder, CLOSED);
    closed.accounts.addIfFree(new Account("alice", "a hash", "a nonce", closed.now));

    // When
    Outcome free = closed.ask(closed.requests.register("bob", "wonderland 1"));
    Outcome taken = closed.ask(closed.requests.register("alice", "wonderland 1"));

    // Then
    assertThat(Scene.code(free)).isEqualTo(ErrorCode.REGISTRATION_CLOSED);
    assertThat(Scene.refused(taken).message()).isEqualTo(Scene.refused(free).message());
    assertThat(closed.accounts.find("bob")).isEmpty();
  }

  @Test
  void answersARepeatedRecordAsBeforeRegistrationWasClosed() {
    // Given
    Scene closed = new Scene(folder, CLOSED);
    Register request = closed.requests.register("alice", "wonderland 1");
    closed.accounts.addIfFree(
        new Account("alice", "a hash", request.password().nonce(), closed.now));

    // When
    Outcome outcome = closed.ask(request);

    // Then
    assertThat(outcome.reply()).isEqualTo(new Done(request.replyTo().request()));
  }

  @Test
  void storesNoPasswordButAHash() {
    // When
    scene.ask(scene.requests.register("alice", "wonderland 1"));

    // Then
    assertThat(scene.accounts.find("alice").orElseThrow().passwordHash())
        .startsWith("$argon2id$v=19$m=64,t=1,p=1$");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "al",
        "",
        "1alice",
        "Alice",
        "аlice",
        "alice\u200b",
        "a lice",
        "alice\n",
        "#lobby"
      })
  void refusesABadName(String handle) {
    // When
    Outcome outcome = scene.ask(scene.requests.register(handle, "wonderland 1"));

    // Then
    assertThat(Scene.code(outcome)).isEqualTo(ErrorCode.BAD_NAME);
    assertThat(outcome.actions()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"parley", "system", "lobby", "server", "everyone", "all", "here"})
  void refusesANameThatStandsForTheServerOrACrowd(String handle) {
    // When
    Outcome outcome = scene.ask(scene.requests.register(handle, "wonderland 1"));

    // Then
    assertThat(Scene.code(outcome)).isEqualTo(ErrorCode.NAME_TAKEN);
  }

  @ParameterizedTest
  @CsvSource({"short", "password1", "wonderland"})
  void refusesAWeakPassword(String password) {
    // When
    Outcome outcome = scene.ask(scene.requests.register("wonderland", password));

    // Then
    assertThat(Scene.code(outcome)).isEqualTo(ErrorCode.WEAK_PASSWORD);
    assertThat(scene.accounts.find("wonderland")).isEmpty();
  }

  @Test
  void refusesAHugePasswordInTheWordsOfTheRule() {
    // When
    Outcome outcome = scene.ask(scene.requests.register("alice", "x".repeat(60_000)));

    // Then
    assertThat(Scene.code(outcome)).isEqualTo(ErrorCode.WEAK_PASSWORD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"wonderland 1", "another one"})
  void refusesATakenNameWhateverThePassword(String password) {
    // Given
    scene.ask(scene.requests.register("alice", "wonderland 1"));

    // When
    Outcome outcome = scene.ask(scene.requests.register("alice", password));

    // Then
    assertThat(Scene.code(outcome)).isEqualTo(ErrorCode.NAME_TAKEN);
    assertThat(scene.announced).hasSize(1);
  }

  @Test
  void answersARepeatedRecordAsBeforeAndAnnouncesAgain() {
    // Given
    Register request = scene.requests.register("alice", "wonderland 1");
    Arrival arrival = scene.next();
    Outcome first = scene.service.handle(request, arrival);

    // When
    Outcome second = scene.service.handle(request, arrival);

    // Then
    assertThat(second).isEqualTo(first);
    assertThat(scene.announced).hasSize(2).containsOnly("alice " + scene.now);
  }

  @Test
  void refusesACopyOfARecord() {
    // Given
    Register request = scene.requests.register("alice", "wonderland 1");
    scene.ask(request);

    // When
    Outcome copy = scene.ask(request);

    // Then
    assertThat(Scene.code(copy)).isEqualTo(ErrorCode.BAD_CREDENTIALS);
  }

  @Test
  void refusesABrokenSealWithoutMakingAnything() {
    // Given
    Register whole = scene.requests.register("alice", "wonderland 1");
    SealedPassword sealed = whole.password();
    SealedPassword broken =
        new SealedPassword(
            sealed.keyId(), sealed.encapsulation(), sealed.ciphertext(), "another nonce");

    // When
    Outcome outcome =
        scene.ask(new Register("alice", broken, whole.session(), whole.origin(), whole.replyTo()));

    // Then
    assertThat(Scene.code(outcome)).isEqualTo(ErrorCode.BAD_CREDENTIALS);
    assertThat(scene.accounts.find("alice")).isEmpty();
  }

  @Test
  void isUnavailableUntilTheAccountCanBeAnnouncedAndDoneWhenItCan() {
    // Given
    Register request = scene.requests.register("alice", "wonderland 1");
    Arrival arrival = scene.next();
    scene.takeKafkaAway();
    Outcome refused = scene.service.handle(request, arrival);
    scene.bringKafkaBack();

    // When
    Outcome outcome = scene.service.handle(request, arrival);

    // Then
    assertThat(Scene.code(refused)).isEqualTo(ErrorCode.UNAVAILABLE);
    assertThat(outcome.reply()).isEqualTo(new Done(request.replyTo().request()));
    assertThat(scene.announced).hasSize(1);
  }

  @Test
  void isBusyWhenTooManyPasswordsWait() {
    // Given
    var hashing =
        Hashings.with(
            Map.of(
                "parley.auth.password.max-waiting", "0",
                "parley.auth.password.max-wait", "1ms"));
    for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
      assertThat(hashing.enter()).isPresent();
    }
    Scene busy = new Scene(folder, hashing);

    // When
    Outcome outcome = busy.ask(busy.requests.register("alice", "wonderland 1"));

    // Then
    assertThat(Scene.code(outcome)).isEqualTo(ErrorCode.UNAVAILABLE);
    assertThat(Scene.refused(outcome).message()).startsWith("busy");
    assertThat(busy.accounts.find("alice")).isEmpty();
  }
}
