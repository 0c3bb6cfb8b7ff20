package dev.parley.deploy.acceptance.history;

import static dev.parley.deploy.acceptance.history.Invariant.REAL_TIME_ORDER;
import static dev.parley.deploy.acceptance.history.Invariant.SESSION_ORDER;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What was sent when, against the order of the log.
class CheckerOfTimeTest {

  private final Histories history = new Histories();

  @Test
  void findsTheMessagesOfAnAuthorInTheWrongOrder() {
    // Given
    history
        .sent("anna", "first", 1, 2, new Outcome.Acknowledged(2))
        .sent("anna", "second", 3, 4, new Outcome.Acknowledged(1))
        .stored("anna", "second", 1)
        .arrived(1, "anna", "second", 1)
        .stored("anna", "first", 2)
        .arrived(1, "anna", "first", 2);

    // Then
    assertThat(history.broken()).containsExactly(SESSION_ORDER, REAL_TIME_ORDER);
  }

  @Test
  void findsAMessageThatStandsBeforeOneAcknowledgedToAnotherAuthor() {
    // Given
    history
        .sent("anna", "first", 1, 2, new Outcome.Acknowledged(2))
        .sent("bert", "second", 3, 4, new Outcome.Acknowledged(1))
        .stored("bert", "second", 1)
        .arrived(1, "bert", "second", 1)
        .stored("anna", "first", 2)
        .arrived(1, "anna", "first", 2);

    // Then
    assertThat(history.broken()).containsExactly(REAL_TIME_ORDER);
  }

  @Test
  void acceptsAnyOrderOfSendsAtTheSameTime() {
    // Given
    history
        .sent("anna", "first", 1, 4, new Outcome.Acknowledged(2))
        .sent("bert", "second", 2, 3, new Outcome.Acknowledged(1))
        .stored("bert", "second", 1)
        .arrived(1, "bert", "second", 1)
        .stored("anna", "first", 2)
        .arrived(1, "anna", "first", 2);

    // Then
    assertThat(history.broken()).isEmpty();
  }

  @Test
  void findsAnUnresolvedSendThatWasStoredTooFarUp() {
    // Given
    history
        .sent("anna", "first", 1, 2, new Outcome.Acknowledged(2))
        .sent("bert", "second", 3, 4, new Outcome.Unresolved("connection lost"))
        .stored("bert", "second", 1)
        .arrived(1, "bert", "second", 1)
        .stored("anna", "first", 2)
        .arrived(1, "anna", "first", 2);

    // Then
    assertThat(history.broken()).containsExactly(REAL_TIME_ORDER);
  }
}
