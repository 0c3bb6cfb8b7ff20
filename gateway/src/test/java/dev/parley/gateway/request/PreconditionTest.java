package dev.parley.gateway.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.auth.Role;
import dev.parley.gateway.exchange.RequestFailedException;
import dev.parley.gateway.session.ConnectionState;
import dev.parley.gateway.session.Identity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The table "state × verb" that all doors have in common: what is not allowed is refused.
class PreconditionTest {
  @ParameterizedTest
  @CsvSource({
    "greeting,NONE",
    "greeting,LOGGED_OUT",
    "loggingIn,NONE",
    "loggingIn,LOGGED_OUT",
    "proven,NONE",
    "proven,PROVEN"
  })
  void allows(String state, Precondition precondition) {
    assertThatCode(() -> precondition.check(state(state))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "greeting,LOGGED_IN,NOT_LOGGED_IN",
    "greeting,PROVEN,NOT_LOGGED_IN",
    "loggingIn,LOGGED_IN,NOT_LOGGED_IN",
    "loggingIn,PROVEN,NOT_LOGGED_IN",
    "proven,LOGGED_IN,NOT_LOGGED_IN",
    "proven,LOGGED_OUT,ALREADY_LOGGED_IN",
    "closing,NONE,UNAVAILABLE",
    "closing,LOGGED_OUT,UNAVAILABLE",
    "closing,PROVEN,UNAVAILABLE",
    "closing,LOGGED_IN,UNAVAILABLE"
  })
  void refuses(String state, Precondition precondition, ErrorCode code) {
    assertThatThrownBy(() -> precondition.check(state(state)))
        .isInstanceOfSatisfying(
            RequestFailedException.class, refused -> assertThat(refused.code()).isEqualTo(code));
  }

  private static ConnectionState state(String name) {
    return switch (name) {
      case "greeting" -> new ConnectionState.Greeting();
      case "loggingIn" -> new ConnectionState.LoggingIn();
      case "proven" -> new ConnectionState.Proven(new Identity("alice", "t", 0L, Role.MEMBER));
      case "closing" -> new ConnectionState.Closing();
      default -> throw new IllegalArgumentException(name);
    };
  }
}
