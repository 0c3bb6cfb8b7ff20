package dev.parley.auth.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.auth.Arrival;
import dev.parley.auth.Refusal;
import dev.parley.auth.key.KeyFolder;
import dev.parley.contracts.auth.SealedPassword;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SealedPasswordsTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final Arrival FIRST = new Arrival(0, 1, NOON);
  private static final Arrival SECOND = new Arrival(0, 2, NOON);

  @TempDir Path folder;
  private SealedPasswords seals;
  private Sealer sealer;

  @BeforeEach
  void makeKey() {
    SealingKey key = new SealingKey(new KeyFolder(folder));
    sealer = Sealer.to(key);
    seals = new SealedPasswords(key, new InMemoryNonceStore(), Duration.ofDays(7));
  }

  @ParameterizedTest
  @CsvSource({"secret of alice", "пароль", "''", "🔑"})
  void opensWhatWasSealedForTheSameAccountAndSession(String password) {
    // Given
    SealedPassword sealed = sealer.seal("alice", "s1", password);

    // When
    Opening opening = seals.open(sealed, "alice", "s1", FIRST);

    // Then
    assertThat(opening)
        .isInstanceOfSatisfying(
            Opening.Opened.class,
            opened -> assertThat(opened.password().bytes()).asString().isEqualTo(password));
  }

  @ParameterizedTest
  @CsvSource({"bob, s1", "alice, s2"})
  void opensNothingForAnotherAccountOrSession(String account, String session) {
    // Given
    SealedPassword sealed = sealer.seal("alice", "s1", "secret of alice");

    // When
    Opening opening = seals.open(sealed, account, session, FIRST);

    // Then
    assertThat(opening).isEqualTo(new Opening.Unopened(Refusal.BAD_CREDENTIALS));
  }

  @Test
  void opensARepeatedRecordAgain() {
    // Given
    SealedPassword sealed = sealer.seal("alice", "s1", "secret of alice");
    seals.open(sealed, "alice", "s1", FIRST);

    // When
    Opening opening = seals.open(sealed, "alice", "s1", FIRST);

    // Then
    assertThat(opening).isInstanceOf(Opening.Opened.class);
  }

  @Test
  void opensNoCopyOfARecord() {
    // Given
    SealedPassword sealed = sealer.seal("alice", "s1", "secret of alice");
    seals.open(sealed, "alice", "s1", FIRST);

    // When
    Opening opening = seals.open(sealed, "alice", "s1", SECOND);

    // Then
    assertThat(opening).isEqualTo(new Opening.Unopened(Refusal.BAD_CREDENTIALS));
  }

  @Test
  void sendsTheGatewayForTheKeyThatItDoesNotKnow() {
    // Given
    SealedPassword sealed =
        new Sealer("old key", sealer.publicKey()).seal("alice", "s1", "secret of alice");

    // When
    Opening opening = seals.open(sealed, "alice", "s1", FIRST);

    // Then
    assertThat(opening).isEqualTo(new Opening.Unopened(Refusal.UNKNOWN_KEY));
  }

  @ParameterizedTest
  @CsvSource({"0, 20", "31, 20", "32, 0", "32, 15", "32, 16", "32, 2000", "33, 20", "32, 900000"})
  void opensNoRubbish(int encapsulationBytes, int ciphertextBytes) {
    // Given
    SealedPassword rubbish =
        new SealedPassword(
            sealer.keyId(), new byte[encapsulationBytes], new byte[ciphertextBytes], "nonce");

    // When
    Opening opening = seals.open(rubbish, "alice", "s1", FIRST);

    // Then
    assertThat(opening).isEqualTo(new Opening.Unopened(Refusal.BAD_CREDENTIALS));
  }

  @ParameterizedTest
  @CsvSource({"0", "65", "10000"})
  void takesNoNonceOfSuchALength(int length) {
    // Given
    SealedPassword sealed = sealer.seal("alice", "s1", "n".repeat(length), "secret of alice");

    // When
    Opening opening = seals.open(sealed, "alice", "s1", FIRST);

    // Then
    assertThat(opening).isEqualTo(new Opening.Unopened(Refusal.BAD_CREDENTIALS));
  }

  @Test
  void opensWhatIsTooLongForTheRuleSoThatTheRuleCanSaySo() {
    // Given
    SealedPassword sealed = sealer.seal("alice", "s1", "x".repeat(60_000));

    // When
    Opening opening = seals.open(sealed, "alice", "s1", FIRST);

    // Then
    assertThat(opening).isInstanceOf(Opening.Opened.class);
  }

  @Test
  void forgetsANonceAfterItsLife() {
    // Given
    SealedPassword sealed = sealer.seal("alice", "s1", "secret of alice");
    seals.open(sealed, "alice", "s1", FIRST);

    // When
    seals.forget(NOON.plus(Duration.ofDays(8)));

    // Then
    assertThat(seals.open(sealed, "alice", "s1", SECOND)).isInstanceOf(Opening.Opened.class);
  }

  @Test
  void keepsItsKeyOverARestart() {
    // When
    SealingKey again = new SealingKey(new KeyFolder(folder));

    // Then
    assertThat(again.id()).isEqualTo(sealer.keyId());
    assertThat(again.publicKey()).isEqualTo(sealer.publicKey());
  }
}
