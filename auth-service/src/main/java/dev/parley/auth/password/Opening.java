package dev.parley.auth.password;

import dev.parley.auth.Refusal;
import dev.parley.password.Secret;

/// What came of opening a sealed password.
public sealed interface Opening {
  /// The seal was whole.
  ///
  /// @param password to be closed by who takes it
  record Opened(Secret password) implements Opening {}

  /// It was not, and this is the answer.
  ///
  /// @param refusal the answer
  record Unopened(Refusal refusal) implements Opening {}
}
