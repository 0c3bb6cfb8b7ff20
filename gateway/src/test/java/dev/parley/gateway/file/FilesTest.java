package dev.parley.gateway.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.conversation.Attachment;
import dev.parley.gateway.exchange.AnsweringExchange;
import dev.parley.gateway.exchange.RequestFailedException;
import dev.parley.gateway.file.folder.FolderFileStore;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.concurrent.CompletionException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Uploads and claims on a folder.
class FilesTest {
  private static final String HELLO = "hello";
  private static final String HASH_OF_HELLO =
      HexFormat.of().formatHex(Digests.sha256().digest(HELLO.getBytes(StandardCharsets.UTF_8)));

  @TempDir Path folder;

  private final AnsweringExchange routing = new AnsweringExchange();
  private Instant now = Instant.ofEpochSecond(1_000_000);
  private int made;
  private FileStore store;
  private Uploads uploads;
  private Attachments attachments;

  @BeforeEach
  void begin() {
    FileConfig config = FileFixtures.settings(folder);
    InstantSource clock = () -> now;
    store = new FolderFileStore(folder, 0);
    uploads = new Uploads(store, config, () -> "%032x".formatted(++made), clock);
    attachments = new Attachments(store, uploads, config, clock);
  }

  @Test
  void knowsAFileByItsBytesOnceTheyAreAllThere() {
    // When
    StoredFile file = uploaded(HASH_OF_HELLO);

    // Then
    assertThat(file.content()).isEqualTo(new StoredFile.Content(HASH_OF_HELLO, "text/plain"));
    assertThat(file.name()).isEqualTo("a.txt");
  }

  @Test
  void completesAnEmptyFileAtOnce() {
    assertThat(begin("alice", 0, null).content()).isNotNull();
  }

  /// A forged hash: the bytes are another file's.
  @Test
  void throwsAwayWhatHasAnotherHashThanPromised() {
    assertThatThrownBy(() -> uploaded("f".repeat(64))).isInstanceOf(WrongHashException.class);
    assertThat(store.usage("alice").files()).isZero();
  }

  @Test
  void refusesWhatIsTooLongBeforeAnythingIsMade() {
    assertRefused(ErrorCode.TOO_LONG, () -> begin("alice", FileFixtures.MAX_SIZE + 1L, null));
    assertThat(store.usage("alice").files()).isZero();
  }

  @Test
  void keepsAnAccountWithinItsRoom() {
    // Given
    for (int i = 0; i < 3; i++) {
      begin("alice", FileFixtures.MAX_SIZE, null);
    }

    // When / Then
    assertRefused(ErrorCode.NO_ROOM, () -> begin("alice", 1, null));
    assertThat(store.usage("alice").files()).isEqualTo(3);
    begin("bob", FileFixtures.MAX_SIZE, null);
  }

  @Test
  void keepsAnAccountWithinItsNumberOfFiles() {
    // Given
    for (int i = 0; i < 5; i++) {
      begin("alice", 0, null);
    }

    // When / Then
    assertRefused(ErrorCode.NO_ROOM, () -> begin("alice", 0, null));
  }

  @Test
  void givesAFileToOneMessageOfItsOwnerOnly() {
    // Given
    StoredFile file = uploaded(null);

    // When
    Attachment first = attachments.claim("alice", file.id(), "#team", "c1");
    Attachment again = attachments.claim("alice", file.id(), "#team", "c1");

    // Then
    assertThat(first).isEqualTo(again);
    assertThat(first.sha256()).isEqualTo(HASH_OF_HELLO);
    assertRefused(
        ErrorCode.BAD_COMMAND, () -> attachments.claim("alice", file.id(), "#team", "c2"));
    assertRefused(
        ErrorCode.BAD_COMMAND, () -> attachments.claim("alice", file.id(), "#other", "c1"));
    assertRefused(ErrorCode.NO_SUCH_FILE, () -> attachments.claim("eve", file.id(), "#e", "c1"));
  }

  @Test
  void givesAFileBackWhoseMessageWasRefused() {
    // Given
    StoredFile file = uploaded(null);
    attachments.claim("alice", file.id(), "#team", "c1");

    // When
    attachments.release(file.id(), "#team", "c1");

    // Then
    assertThat(attachments.claim("alice", file.id(), "#other", "c2").file()).isEqualTo(file.id());
  }

  @Test
  void givesNoFileBackThatIsAttached() {
    // Given
    StoredFile file = attached();

    // When
    attachments.release(file.id(), "#team", "c1");

    // Then
    assertThat(store.find(file.id()).orElseThrow().isAttached()).isTrue();
  }

  @Test
  void claimsNothingThatIsNotComplete() {
    // Given
    StoredFile file = begin("alice", 10, null);

    // When / Then
    assertRefused(
        ErrorCode.BAD_COMMAND, () -> attachments.claim("alice", file.id(), "#team", "c1"));
  }

  @Test
  void removesTheFileOfAWithdrawnMessageAsOftenAsItIsTold() {
    // Given
    StoredFile file = attached();

    // When
    attachments.withdraw(file.id(), "#other");
    boolean stayed = store.find(file.id()).isPresent();
    attachments.withdraw(file.id(), "#team");
    attachments.withdraw(file.id(), "#team");

    // Then
    assertThat(stayed).isTrue();
    assertThat(store.find(file.id())).isEmpty();
    assertThat(store.usage("alice").bytes()).isZero();
  }

  @Test
  void endsNoUploadThatAMessageHas() {
    // Given
    StoredFile file = attached();

    // When / Then
    assertRefused(ErrorCode.NOT_ALLOWED, () -> uploads.terminate("alice", file.id()));
    assertRefused(ErrorCode.NO_SUCH_FILE, () -> uploads.terminate("eve", file.id()));
  }

  /// A12: to whom routing-service does not give it, it is not there.
  @Test
  void asksAtEveryFetch() {
    // Given
    StoredFile file = attached();
    Access access = new Access(store, routing.exchange());
    routing.answerFetch(fetch -> fetch.account().equals("bob") ? null : ErrorCode.NO_SUCH_GROUP);

    // When / Then
    assertThat(access.fetch("bob", file.id(), Runnable::run).join().id()).isEqualTo(file.id());
    assertRefused(
        ErrorCode.NO_SUCH_FILE, () -> access.fetch("eve", file.id(), Runnable::run).join());
    assertRefused(
        ErrorCode.NO_SUCH_FILE, () -> access.fetch("bob", "f".repeat(32), Runnable::run).join());
    assertRefused(
        ErrorCode.NO_SUCH_FILE, () -> access.fetch("bob", "../../x", Runnable::run).join());
  }

  @Test
  void givesNobodyWhatNoMessageHas() {
    // Given
    StoredFile file = uploaded(null);
    Access access = new Access(store, routing.exchange());

    // When / Then
    assertRefused(
        ErrorCode.NO_SUCH_FILE, () -> access.fetch("alice", file.id(), Runnable::run).join());
  }

  private StoredFile attached() {
    StoredFile file = uploaded(null);
    attachments.claim("alice", file.id(), "#team", "c1");
    attachments.attached(file.id(), "#team", "c1");
    return file;
  }

  private StoredFile uploaded(@Nullable String promised) {
    StoredFile file = begin("alice", HELLO.length(), promised);
    try (FileStore.Appender appender = uploads.append("alice", file.id())) {
      appender.write(ByteBuffer.wrap(HELLO.getBytes(StandardCharsets.UTF_8)));
      file = appender.commit(uploads.expiry());
    }
    return uploads.complete(file);
  }

  private StoredFile begin(String owner, long size, @Nullable String promised) {
    return uploads.begin(owner, new Uploads.Wish("../a.txt", size, promised, null));
  }

  private static void assertRefused(ErrorCode code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .satisfies(thrown -> {
          Throwable cause = thrown instanceof CompletionException ? thrown.getCause() : thrown;
          assertThat(cause)
              .isInstanceOfSatisfying(
                  RequestFailedException.class,
                  refused -> assertThat(refused.code()).isEqualTo(code));
        });
  }
}
