package dev.parley.gateway.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.contracts.ErrorCode;
import dev.parley.gateway.exchange.AnsweringExchange;
import dev.parley.gateway.exchange.RequestFailedException;
import dev.parley.gateway.file.folder.FolderFileStore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What goes after its time, and what stays, on a folder.
class SweeperTest {
  private static final Duration EACH = Duration.ofMinutes(1);

  @TempDir Path folder;

  private final AnsweringExchange routing = new AnsweringExchange();
  private Instant now = Instant.ofEpochSecond(1_000_000);
  private int made;

  /// Each in another part.
  private Supplier<String> ids = () -> "%02x".formatted(++made).repeat(16);

  private FileStore store;
  private Uploads uploads;
  private Attachments attachments;
  private Sweeper sweeper;

  @BeforeEach
  void prepare() {
    FileConfig config = FileFixtures.settings(folder);
    InstantSource clock = () -> now;
    store = new FolderFileStore(folder, 0);
    uploads = new Uploads(store, config, () -> ids.get(), clock);
    attachments = new Attachments(store, uploads, config, clock);
    sweeper = new Sweeper(store, new MessageCheck(routing.exchange()), attachments, config, clock);
  }

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

  private void goRound() {
    for (int i = 0; i < FileStore.PARTS; i++) {
      now = now.plus(EACH);
      sweeper.sweep();
    }
  }

  private StoredFile attached(String message) {
    StoredFile file = claimed(message);
    attachments.attached(file.id(), "#team", message);
    return file;
  }

  private StoredFile claimed(String message) {
    StoredFile file = begin();
    try (FileStore.Appender appender = uploads.append("alice", file.id())) {
      appender.write(ByteBuffer.wrap(new byte[] {1}));
      file = appender.commit(uploads.expiry());
    }
    attachments.claim("alice", file.id(), "#team", message);
    return file;
  }

  private StoredFile begin() {
    return uploads.begin("alice", new Uploads.Wish("a.txt", 1, null, null));
  }
}
