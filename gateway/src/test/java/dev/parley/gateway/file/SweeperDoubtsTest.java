package dev.parley.gateway.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.contracts.ErrorCode;
import dev.parley.gateway.exchange.RequestFailedException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a restore makes doubtful: files whose messages are not in the log, or not in it yet.
class SweeperDoubtsTest extends OnSweeper {
  /// A backup that is older than the files beside it: no message has them, and nobody can withdraw
  /// them.
  @ParameterizedTest
  @EnumSource(names = {"NO_SUCH_FILE", "NO_SUCH_GROUP"})
  void removesWhatARestoreLeftAfterAWhile(ErrorCode answer) {
    // Given
    StoredFile left = attached("after the backup");
    StoredFile kept = attached("before the backup");
    routing.answerCheck(
        check -> check.clientMessageId().equals("after the backup") ? answer : null);
    now = now.plus(Duration.ofHours(2));

    // When
    goRound();
    boolean there = store.find(left.id()).isPresent();
    now = now.plus(Duration.ofDays(7));
    goRound();

    // Then
    assertThat(there).isTrue();
    assertThat(store.find(left.id())).isEmpty();
    assertThat(store.find(kept.id()).orElseThrow().isAttached()).isTrue();
    assertThat(store.usage("alice")).isEqualTo(new FileStore.Usage(1, 1));
  }

  /// Somebody started with an empty database beside the files, and then with the right one.
  @ParameterizedTest
  @EnumSource(names = {"NO_SUCH_FILE", "NO_SUCH_GROUP"})
  void keepsEverythingIfTheMessagesAreThereAgainInTime(ErrorCode answer) {
    // Given
    StoredFile file = attached("c1");
    routing.answerCheck(_ -> answer);
    now = now.plus(Duration.ofDays(400));
    goRound();
    now = now.plus(Duration.ofDays(6));
    goRound();

    // When
    routing.answerCheck(_ -> null);
    now = now.plus(Duration.ofDays(2));
    goRound();

    // Then
    assertThat(store.find(file.id()).orElseThrow().isAttached()).isTrue();
  }

  /// An empty database for an hour, the right one for days, and the empty one again.
  @Test
  void doubtsNoLongerWhatWasThereInBetween() {
    // Given
    StoredFile file = attached("c1");
    now = now.plus(Duration.ofDays(1));
    routing.answerCheck(_ -> ErrorCode.NO_SUCH_FILE);
    goRound();

    // When
    routing.answerCheck(_ -> null);
    goRound();
    boolean attached = store.find(file.id()).orElseThrow().isAttached();
    now = now.plus(Duration.ofDays(8));
    routing.answerCheck(_ -> ErrorCode.NO_SUCH_FILE);
    goRound();

    // Then
    assertThat(attached).isTrue();
    assertThat(store.find(file.id())).isPresent();
  }

  /// The client sends its message again while the sweeper asks whether it came.
  @Test
  void keepsWhatIsClaimedAnewWhileItAsks() {
    // Given
    StoredFile file = claimed("c1");
    routing.answerCheck(_ -> {
      attachments.claim("alice", file.id(), "#team", "c1");
      return ErrorCode.NO_SUCH_FILE;
    });

    // When
    for (int i = 0; i < 3; i++) {
      now = now.plus(Duration.ofDays(2));
      sweeper.sweep();
    }

    // Then
    assertThat(store.find(file.id())).isPresent();
  }

  /// Sent again, it is asked for twice again.
  @Test
  void doubtsNoLongerWhatIsClaimedAnew() {
    // Given
    StoredFile file = claimed("c1");
    routing.answerCheck(_ -> ErrorCode.NO_SUCH_FILE);
    now = now.plus(Duration.ofDays(2));
    sweeper.sweep();

    // When
    attachments.claim("alice", file.id(), "#team", "c1");
    now = now.plus(Duration.ofMinutes(61));
    sweeper.sweep();
    boolean there = store.find(file.id()).isPresent();
    now = now.plus(Duration.ofMinutes(61));
    sweeper.sweep();

    // Then
    assertThat(there).isTrue();
    assertThat(store.find(file.id())).isEmpty();
  }

  @Test
  void givesNoFileToAMessageThatIsAboutToGo() {
    // Given
    StoredFile file = claimed("c1");
    store.update(file.id(), StoredFile::givenUp);

    // When / Then
    assertThatThrownBy(() -> attachments.claim("alice", file.id(), "#team", "c1"))
        .isInstanceOf(RequestFailedException.class)
        .extracting("code")
        .isEqualTo(ErrorCode.NO_SUCH_FILE);
  }

  @ParameterizedTest
  @EnumSource(names = {"UNAVAILABLE", "INTERNAL", "NOT_MEMBER", "RATE_LIMITED"})
  void keepsWhatNobodyIsSureOf(ErrorCode answer) {
    // Given
    StoredFile file = attached("c1");
    routing.answerCheck(_ -> answer);

    // When
    for (int i = 0; i < 3; i++) {
      now = now.plus(Duration.ofDays(30));
      goRound();
    }

    // Then
    assertThat(store.find(file.id()).orElseThrow().isAttached()).isTrue();
  }

  /// Each question would wait for its time to be over.
  @Test
  void asksNoFurtherWhileNobodyAnswers() {
    // Given
    ids = () -> "07%030x".formatted(++made);
    attached("c1");
    attached("c2");
    AtomicInteger asked = new AtomicInteger();
    routing.answerCheck(_ -> {
      asked.incrementAndGet();
      return ErrorCode.UNAVAILABLE;
    });
    now = now.plus(Duration.ofHours(2));

    // When
    goRound();

    // Then
    assertThat(asked).hasValue(1);
  }

  /// Not one that is so young that its message may be on its way.
  @Test
  void asksForNoFileThatIsYoung() {
    // Given
    attached("c1");
    AtomicInteger asked = new AtomicInteger();
    routing.answerCheck(_ -> {
      asked.incrementAndGet();
      return ErrorCode.NO_SUCH_FILE;
    });

    // When
    for (int i = 0; i < FileStore.PARTS; i++) {
      sweeper.sweep();
    }

    // Then
    assertThat(asked).hasValue(0);
  }
}
