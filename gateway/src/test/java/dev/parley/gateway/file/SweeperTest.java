package dev.parley.gateway.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.ErrorCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What goes after its time, and what stays.
class SweeperTest extends OnSweeper {
  @Test
  void sweepsWhatNobodySentAfterItsTime() {
    // Given
    StoredFile old = begin();
    now = now.plus(Duration.ofMinutes(59));
    StoredFile young = begin();
    StoredFile sent = attached("sent");

    // When
    now = now.plus(Duration.ofMinutes(2));
    sweeper.sweep();

    // Then
    assertThat(store.find(old.id())).isEmpty();
    assertThat(store.find(young.id())).isPresent();
    now = now.plus(Duration.ofDays(9));
    sweeper.sweep();
    assertThat(store.find(young.id())).isEmpty();
    assertThat(store.find(sent.id())).isPresent();
  }

  /// The gateway died between the message and the note of it.
  @Test
  void asksBeforeItSweepsWhatAMessageClaimed() {
    // Given
    StoredFile came = claimed("came");
    StoredFile lost = claimed("lost");
    StoredFile unclear = claimed("unclear");
    routing.answerCheck(check ->
        switch (check.clientMessageId()) {
          case "came" -> null;
          case "lost" -> ErrorCode.NO_SUCH_FILE;
          default -> ErrorCode.UNAVAILABLE;
        });

    // When
    now = now.plus(Duration.ofDays(20));
    sweeper.sweep();
    now = now.plus(Duration.ofMinutes(61));
    sweeper.sweep();

    // Then
    assertThat(store.find(came.id()).orElseThrow().isAttached()).isTrue();
    assertThat(store.find(lost.id())).isEmpty();
    assertThat(store.find(unclear.id())).isPresent();
  }

  /// After a long outage the questions may be answered while the posts still wait for their turn.
  @ParameterizedTest
  @EnumSource(names = {"NO_SUCH_FILE", "NO_SUCH_GROUP"})
  void keepsWhatWasAskedForBeforeItsMessageCame(ErrorCode answer) {
    // Given
    StoredFile file = claimed("late");
    routing.answerCheck(_ -> answer);
    now = now.plus(Duration.ofDays(20));
    sweeper.sweep();
    sweeper.sweep();

    // When
    routing.answerCheck(_ -> null);
    now = now.plus(Duration.ofMinutes(61));
    sweeper.sweep();

    // Then
    assertThat(store.find(file.id()).orElseThrow().isAttached()).isTrue();
  }

  /// Each question waits until its time is over.
  @Test
  void asksForFewWhileNobodyAnswersAndGoesOnWithTheOthers() {
    // Given
    for (int i = 0; i < 4; i++) {
      claimed("c" + i);
    }
    StoredFile unsent = begin();
    AtomicInteger asked = new AtomicInteger();
    routing.answerCheck(_ -> {
      asked.incrementAndGet();
      return ErrorCode.UNAVAILABLE;
    });
    now = now.plus(Duration.ofDays(2));

    // When
    sweeper.sweep();

    // Then
    assertThat(asked).hasValue(3);
    assertThat(store.find(unsent.id())).isEmpty();
  }

  /// A sweep may take longer than the time until the next one.
  @Test
  void sweepsOnceAtATime() {
    // Given
    claimed("unclear");
    AtomicInteger asked = new AtomicInteger();
    routing.answerCheck(_ -> {
      asked.incrementAndGet();
      sweeper.sweep();
      return ErrorCode.UNAVAILABLE;
    });
    now = now.plus(Duration.ofDays(2));

    // When / Then
    sweeper.sweep();
    assertThat(asked).hasValue(1);
    sweeper.sweep();
    assertThat(asked).hasValue(2);
  }

  /// An upload is nobody's business, and what is written to it now, too.
  @Test
  void leavesAnUploadAloneThatIsUnderWay() {
    // Given
    routing.answerCheck(_ -> ErrorCode.NO_SUCH_GROUP);
    StoredFile file = begin();

    // When
    try (FileStore.Appender appender = uploads.append("alice", file.id())) {
      appender.write(ByteBuffer.wrap(new byte[] {1}));
      for (int i = 0; i < FileStore.PARTS / 4; i++) {
        now = now.plus(Duration.ofSeconds(50));
        sweeper.sweep();
      }
      appender.commit(uploads.expiry());
    }

    // Then
    assertThat(store.find(file.id()).orElseThrow().hasAllBytes()).isTrue();
  }

  /// A file that has lost the mark by which it is found, as in a copy that was made meanwhile.
  @Test
  void findsWhatIsNotMarked() throws IOException {
    // Given
    StoredFile file = begin();
    Files.delete(folder.resolve("pending").resolve(file.id()));

    // When
    now = now.plus(Duration.ofDays(2));
    goRound();

    // Then
    assertThat(store.find(file.id())).isEmpty();
    assertThat(store.usage("alice").files()).isZero();
  }

  @Test
  void removesBytesOfNoFileOnceTheyAreOld() throws IOException {
    // Given
    Path old = Files.createDirectories(folder.resolve("files/ab/" + "ab".repeat(16)));
    Files.write(old.resolve("bytes"), new byte[] {1});
    Path young = Files.createDirectories(folder.resolve("files/ac/" + "ac".repeat(16)));
    Files.setLastModifiedTime(old, FileTime.from(now.minus(Duration.ofDays(3))));

    // When
    goRound();

    // Then
    assertThat(old).doesNotExist();
    assertThat(young).exists();
  }

  @Test
  void goesOnBehindWhatIsNoFile() throws IOException {
    // Given
    StoredFile file = begin();
    Files.createFile(folder.resolve("pending/.nfs0001"));
    Files.createDirectories(folder.resolve("files/01/lost+found"));

    // When
    now = now.plus(Duration.ofDays(2));
    goRound();

    // Then
    assertThat(store.find(file.id())).isEmpty();
  }
}
