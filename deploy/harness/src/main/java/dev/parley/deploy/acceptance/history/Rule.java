package dev.parley.deploy.acceptance.history;

import java.util.stream.Stream;

/// Looks for violations of one or more invariants.
@FunctionalInterface
interface Rule {

  /// {@return what is wrong, or nothing}
  ///
  /// @param history one conversation of a run
  Stream<Violation> check(ConversationHistory history);
}
