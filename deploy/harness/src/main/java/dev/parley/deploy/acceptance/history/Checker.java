package dev.parley.deploy.acceptance.history;

import java.util.List;
import java.util.stream.Stream;

/// Finds out whether a run kept what Parley guarantees.
///
/// Everything of a conversation must lie in the history before: no traffic flows any more, and
/// every reader has had time to catch up.
public final class Checker {

  private static final List<Rule> RULES =
      List.of(
          StorageRules::durable,
          StorageRules::unique,
          StorageRules::noPhantom,
          StorageRules::failIsFail,
          StorageRules::gapFree,
          ReaderRules::agreement,
          ReaderRules::order,
          ReaderRules::completeness,
          OrderRules::sessionOrder,
          OrderRules::realTimeOrder);

  private Checker() {}

  /// {@return everything that is wrong; empty if nothing is}
  ///
  /// @param histories the conversations of a run
  public static List<Violation> check(List<ConversationHistory> histories) {
    return histories.stream().flatMap(Checker::check).toList();
  }

  private static Stream<Violation> check(ConversationHistory history) {
    return RULES.stream().flatMap(rule -> rule.check(history));
  }
}
