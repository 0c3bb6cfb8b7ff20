package dev.parley.deploy.acceptance.history;

import static dev.parley.deploy.acceptance.history.Invariant.AGREEMENT;
import static dev.parley.deploy.acceptance.history.Invariant.COMPLETENESS;
import static dev.parley.deploy.acceptance.history.Invariant.DURABLE;
import static dev.parley.deploy.acceptance.history.Invariant.FAIL_IS_FAIL;
import static dev.parley.deploy.acceptance.history.Invariant.GAP_FREE;
import static dev.parley.deploy.acceptance.history.Invariant.NO_PHANTOM;
import static dev.parley.deploy.acceptance.history.Invariant.ORDER;
import static dev.parley.deploy.acceptance.history.Invariant.UNIQUE;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CheckerTest {

  private final Histories history = new Histories();

  @Test
  void acceptsARunWithoutFaults() {
    // Given
    history.delivered("anna", "one", 1).delivered("bert", "two", 2);

    // Then
    assertThat(history.broken()).isEmpty();
  }

  @Test
  void acceptsAnUnresolvedSendThatIsNotStored() {
    // Given
    history.unresolved("anna", "lost").delivered("anna", "one", 1);

    // Then
    assertThat(history.broken()).isEmpty();
  }

  @Test
  void acceptsAnUnresolvedSendThatIsStoredOnce() {
    // Given
    history
        .unresolved("anna", "late")
        .stored("anna", "late", 1)
        .arrived(1, "anna", "late", 1)
        .delivered("anna", "one", 2);

    // Then
    assertThat(history.broken()).isEmpty();
  }

  @Test
  void acceptsRepeatsInANewSession() {
    // Given
    history
        .delivered("anna", "one", 1)
        .delivered("anna", "two", 2)
        .arrived(2, "anna", "one", 1)
        .arrived(2, "anna", "two", 2);

    // Then
    assertThat(history.broken()).isEmpty();
  }

  @Test
  void acceptsAChangeOfMembershipAsAPosition() {
    // Given
    history
        .delivered("anna", "one", 1)
        .arrived(1, new Content.Change("carl joined"), 2)
        .delivered("bert", "two", 3);

    // Then
    assertThat(history.broken()).isEmpty();
  }

  @Test
  void leavesOutWhatLiesBeforeTheRun() {
    // Given
    history.stored("somebody", "before", 6).delivered("anna", "one", 7);

    // Then
    assertThat(history.broken(7)).isEmpty();
  }

  @Test
  void findsAnAcknowledgedMessageThatIsLost() {
    // Given
    history.delivered("anna", "one", 1).acknowledged("anna", "two", 2);

    // Then
    assertThat(history.broken()).containsExactly(DURABLE);
  }

  @Test
  void findsAnAcknowledgementWithTheWrongPosition() {
    // Given
    history
        .delivered("bert", "one", 1)
        .acknowledged("anna", "two", 1)
        .stored("anna", "two", 2)
        .arrived(1, "anna", "two", 2);

    // Then
    assertThat(history.broken()).containsExactly(DURABLE);
  }

  @Test
  void findsAMessageThatIsStoredTwice() {
    // Given
    history.delivered("anna", "one", 1).stored("anna", "one", 2).arrived(1, "anna", "one", 2);

    // Then
    assertThat(history.broken()).containsExactly(UNIQUE);
  }

  @Test
  void findsAnUnresolvedSendThatIsStoredTwice() {
    // Given
    history
        .unresolved("anna", "one")
        .stored("anna", "one", 1)
        .arrived(1, "anna", "one", 1)
        .stored("anna", "one", 2)
        .arrived(1, "anna", "one", 2);

    // Then
    assertThat(history.broken()).containsExactly(UNIQUE);
  }

  @Test
  void findsAMessageThatNobodySent() {
    // Given
    history.stored("anna", "ghost", 1).arrived(1, "anna", "ghost", 1);

    // Then
    assertThat(history.broken()).containsExactly(NO_PHANTOM);
  }

  @Test
  void findsAMessageUnderTheNameOfAnother() {
    // Given
    history.acknowledged("anna", "one", 1).stored("bert", "one", 1).arrived(1, "bert", "one", 1);

    // Then
    assertThat(history.broken()).contains(NO_PHANTOM, DURABLE);
  }

  @Test
  void findsARefusedMessageThatIsStored() {
    // Given
    history.refused("anna", "one").stored("anna", "one", 1).arrived(1, "anna", "one", 1);

    // Then
    assertThat(history.broken()).containsExactly(FAIL_IS_FAIL);
  }

  @Test
  void findsAHoleInTheLog() {
    // Given
    history.delivered("anna", "one", 1).delivered("anna", "three", 3);

    // Then
    assertThat(history.broken()).containsExactly(GAP_FREE, ORDER);
  }

  @Test
  void findsTwoMessagesAtOnePosition() {
    // Given
    history.delivered("anna", "one", 1).unresolved("bert", "other").stored("bert", "other", 1);

    // Then
    assertThat(history.broken()).contains(GAP_FREE);
  }

  @Test
  void findsAReaderWhoSeesAnotherText() {
    // Given
    history
        .acknowledged("anna", "one", 1)
        .stored("anna", "one", 1)
        .arrived(1, "anna", "something else", 1);

    // Then
    assertThat(history.broken()).containsExactly(AGREEMENT);
  }

  @Test
  void findsAReaderWhoSeesWhatIsNotStored() {
    // Given
    history.delivered("anna", "one", 1).unresolved("anna", "two").arrived(1, "anna", "two", 2);

    // Then
    assertThat(history.broken()).containsExactly(AGREEMENT);
  }

  @Test
  void findsTwoReadersWhoSeeDifferentChanges() {
    // Given
    history
        .arrived(1, new Content.Change("carl joined"), 1)
        .arrived(2, new Content.Change("dora joined"), 1);

    // Then
    assertThat(history.broken()).containsExactly(AGREEMENT);
  }

  @Test
  void findsARepeatWithinASession() {
    // Given
    history.delivered("anna", "one", 1).arrived(1, "anna", "one", 1);

    // Then
    assertThat(history.broken()).containsExactly(ORDER);
  }

  @Test
  void findsMessagesInTheWrongOrder() {
    // Given
    history
        .acknowledged("anna", "one", 1)
        .stored("anna", "one", 1)
        .delivered("bert", "two", 2)
        .arrived(1, "anna", "one", 1);

    // Then
    assertThat(history.broken()).contains(ORDER);
  }

  @Test
  void findsAGapBetweenTwoSessions() {
    // Given
    history
        .delivered("anna", "one", 1)
        .acknowledged("anna", "two", 2)
        .stored("anna", "two", 2)
        .acknowledged("anna", "three", 3)
        .stored("anna", "three", 3)
        .arrived(2, "anna", "three", 3);

    // Then
    assertThat(history.broken()).containsExactly(ORDER, COMPLETENESS);
  }

  @Test
  void findsAReaderWhoNeverGotTheLastMessage() {
    // Given
    history.delivered("anna", "one", 1).acknowledged("anna", "two", 2).stored("anna", "two", 2);

    // Then
    assertThat(history.broken()).containsExactly(COMPLETENESS);
  }
}
