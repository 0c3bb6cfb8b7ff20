package dev.parley.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.password.PasswordHash.Cost;
import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Argon2Test {
  private static final Cost CHEAP = new Cost(64, 1, 1);

  private final Argon2 argon2 = new Argon2(CHEAP, new SecureRandom());

  /// From test.c of the reference implementation, Argon2id of version 19.
  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "password"
            + " $argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
        "differentpassword"
            + " $argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$C4TWUs9rDEvq7w3+J4umqA32aWKB1+DSiRuBfYxFj94",
        "password"
            + " $argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"
      })
  void agreesWithTheReferenceImplementation(String password, String phc) {
    // When
    boolean matches = argon2.matches(Secrets.of(password), Optional.of(PasswordHash.parse(phc)));

    // Then
    assertThat(matches).isTrue();
  }

  @Test
  void knowsTheRightPasswordFromAWrongOne() {
    // Given
    Optional<PasswordHash> stored = Optional.of(argon2.hash(Secrets.of("right")));

    // When
    boolean right = argon2.matches(Secrets.of("right"), stored);
    boolean wrong = argon2.matches(Secrets.of("wrong"), stored);

    // Then
    assertThat(right).isTrue();
    assertThat(wrong).isFalse();
  }

  @Test
  void saltsEveryHashAnew() {
    // When
    PasswordHash one = argon2.hash(Secrets.of("same"));
    PasswordHash other = argon2.hash(Secrets.of("same"));

    // Then
    assertThat(one.salt()).hasSize(16).isNotEqualTo(other.salt());
    assertThat(one.hash()).hasSize(32).isNotEqualTo(other.hash());
  }

  @Test
  void matchesNothingWhereThereIsNoAccount() {
    // When
    boolean matches = argon2.matches(Secrets.of("anything"), Optional.empty());

    // Then
    assertThat(matches).isFalse();
  }

  @Test
  void findsAHashOfAnotherCostOutdated() {
    // Given
    PasswordHash hash = new Argon2(new Cost(128, 1, 1), new SecureRandom()).hash(Secrets.of("x"));

    // When
    boolean outdated = argon2.isOutdated(hash);

    // Then
    assertThat(outdated).isTrue();
    assertThat(argon2.isOutdated(argon2.hash(Secrets.of("x")))).isFalse();
  }
}
