package dev.parley.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRuleTest {
  private final PasswordRule rule = new PasswordRule(8);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "korrekt horse",
        "abcdefgi",
        "        ",
        "пароль12",
        "🔑🔑🔑🔑🔑🔑🔑🔑",
        "wonderlands"
      })
  void allows(String password) {
    // When
    Optional<String> breach = rule.breach("wonderland", Secrets.of(password));

    // Then
    assertThat(breach).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 129, 100_000})
  void refusesALengthOutOfBounds(int length) {
    // When
    Optional<String> breach = rule.breach("alice", Secrets.of("x".repeat(length)));

    // Then
    assertThat(breach).contains("a password has 8 to 128 characters, this one has " + length);
  }

  @ParameterizedTest
  @ValueSource(ints = {8, 128})
  void allowsALengthAtABound(int length) {
    // When
    Optional<String> breach = rule.breach("alice", Secrets.of("x".repeat(length)));

    // Then
    assertThat(breach).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"wonderland", "Wonderland", "WONDERLAND"})
  void refusesTheHandleItself(String password) {
    // When
    Optional<String> breach = rule.breach("wonderland", Secrets.of(password));

    // Then
    assertThat(breach).contains("a password must not be the user name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"password", "PassWord1", "12345678", "qwertyuiop", "iloveyou"})
  void refusesACommonPassword(String password) {
    // When
    Optional<String> breach = rule.breach("alice", Secrets.of(password));

    // Then
    assertThat(breach).contains("this password is among those that are guessed first");
  }

  @Test
  void obeysTheConfiguredMinimum() {
    // Given
    PasswordRule strict = new PasswordRule(20);

    // When
    Optional<String> breach = strict.breach("alice", Secrets.of("nineteen characters"));

    // Then
    assertThat(breach).isPresent();
  }
}
