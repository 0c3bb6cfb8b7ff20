package dev.parley.deploy.bench.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SeqCheckerTest {

  private final Violations violations = new Violations();
  private final SeqChecker checker = new SeqChecker("bob", 0, violations);

  @Test
  void isContentWithEverySeqInTurn() {
    // When
    events(0, 1, 2, 3);

    // Then
    assertThat(violations.first()).isEmpty();
    assertThat(checker.complete()).isEqualTo(3);
  }

  @Test
  void beginsAtTheFirstSeqIfNobodyKnowsTheStart() {
    // Given
    SeqChecker late = new SeqChecker("bob", SeqChecker.UNKNOWN, violations);

    // When
    late.onEvent(17, 0);
    late.onEvent(18, 0);

    // Then
    assertThat(violations.first()).isEmpty();
    assertThat(late.complete()).isEqualTo(18);
  }

  @Test
  void findsAGapAtOnceIfTheReaderPostsNothing() {
    // When
    events(0, 1, 2, 4, 5);

    // Then
    assertThat(violations.first())
        .singleElement()
        .asString()
        .contains("bob: event 4 came while 1 before it are missing");
  }

  @Test
  void findsASeqThatComesTwice() {
    // When
    events(0, 1, 2, 2, 3);

    // Then
    assertThat(violations.first())
        .containsExactly("bob: event 2 came after event 2", "bob: seq 2 came twice");
  }

  @Test
  void findsEventsOutOfOrder() {
    // When
    events(2, 1, 3, 2);

    // Then
    assertThat(violations.first()).contains("bob: event 2 came after event 3");
  }

  @Test
  void findsAcknowledgementsOutOfOrder() {
    // When
    checker.onAcknowledgement(2);
    checker.onAcknowledgement(1);

    // Then
    assertThat(violations.first())
        .containsExactly("bob: acknowledgement 1 came after acknowledgement 2");
  }

  @Test
  void leavesRoomForOwnMessagesThatAreAcknowledgedLater() {
    // When
    checker.onEvent(1, 2);
    checker.onEvent(4, 2);
    checker.onAcknowledgement(2);
    checker.onAcknowledgement(3);

    // Then
    assertThat(violations.first()).isEmpty();
    assertThat(checker.complete()).isEqualTo(4);
  }

  @Test
  void leavesRoomForEventsThatComeBehindALaterAcknowledgement() {
    // When
    checker.onAcknowledgement(3);
    checker.onEvent(1, 0);
    checker.onEvent(2, 0);

    // Then
    assertThat(violations.first()).isEmpty();
    assertThat(checker.complete()).isEqualTo(3);
  }

  @Test
  void findsAHoleLargerThanTheReadersOwnMessages() {
    // When
    checker.onEvent(1, 1);
    checker.onEvent(4, 1);

    // Then
    assertThat(violations.count()).isEqualTo(1);
    assertThat(checker.complete()).isEqualTo(4);
  }

  @Test
  void findsASeqThatIsBothEventAndAcknowledgement() {
    // When
    checker.onEvent(1, 1);
    checker.onAcknowledgement(1);

    // Then
    assertThat(violations.first()).containsExactly("bob: seq 1 came twice");
  }

  @Test
  void showsThatAnAcknowledgedMessageLeftAHole() {
    // When
    checker.onAcknowledgement(1);
    checker.onAcknowledgement(3);

    // Then
    assertThat(checker.complete()).isEqualTo(1);
    assertThat(checker.highest()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 0})
  void findsALineWithoutSeq(long seq) {
    // When
    checker.onAcknowledgement(seq);

    // Then
    assertThat(violations.first()).contains("bob: a line has no seq");
  }

  @Test
  void countsAGiantLeapOnce() {
    // When
    events(0, 1, 1_000_000, 1_000_001);

    // Then
    assertThat(violations.first()).containsExactly("bob: seq 1000000 came after 1");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void isContentWithAnyMixOfOwnAndOthersMessages(long seed) {
    // Given
    Random random = new Random(seed);
    long[] own = new long[10_000];
    long[] others = new long[10_000];
    long seq = 0;
    for (int i = 0, k = 0; i < own.length || k < others.length; ) {
      seq++;
      if (k == others.length || (i < own.length && random.nextBoolean())) {
        own[i++] = seq;
      } else {
        others[k++] = seq;
      }
    }

    // When
    for (int i = 0, k = 0; i < own.length || k < others.length; ) {
      // Each stream keeps its order, and neither runs ahead of the other by more than 20.
      if (k == others.length || (i < own.length && i <= k + 20 && random.nextBoolean())) {
        checker.onAcknowledgement(own[i++]);
      } else {
        checker.onEvent(others[k++], own.length - i);
      }
    }

    // Then
    assertThat(violations.first()).isEmpty();
    assertThat(checker.complete()).isEqualTo(20_000);
  }

  private void events(int outstanding, long... seqs) {
    LongStream.of(seqs).forEach(seq -> checker.onEvent(seq, outstanding));
  }
}
