package dev.parley.gateway.file.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.gateway.file.FileBusyException;
import dev.parley.gateway.file.FileStore;
import dev.parley.gateway.file.FileStoreContract;
import dev.parley.gateway.file.StoreFaultException;
import dev.parley.gateway.file.StoredFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class S3FileStoreTest extends FileStoreContract {
  private static final String ID = "0123456789abcdef0123456789abcdef";
  private static final int BUFFER = 100_000;

  private final MemoryObjectStore objects = new MemoryObjectStore();
  private final Buffers buffers = new Buffers(BUFFER, 1);

  @Override
  protected FileStore store() {
    return new S3FileStore(objects, buffers, InstantSource.system());
  }

  @Override
  protected FileStore another() {
    return store();
  }

  @Test
  void leavesNothingOfAFileBehind() {
    // Given
    store().create(file(5));
    write(store(), new byte[5]);

    // When
    store().remove(ID);

    // Then
    assertThat(objects.objects).isEmpty();
  }

  @Test
  void leavesNothingOfAFileThatCannotBeMade() {
    // Given
    objects.failAt(key -> key.endsWith("file.json"));

    // When / Then
    assertThatThrownBy(() -> store().create(file(5))).isInstanceOf(StoreFaultException.class);
    assertThat(objects.objects.keySet()).allMatch(key -> key.startsWith("pending/"));
    objects.failAt(_ -> false);
    assertThat(later().pending(10)).isEmpty();
    assertThat(objects.objects).isEmpty();
  }

  /// A write that was given up may be made later: what would take room for ever can be removed.
  @Test
  void removesWhatComesLateOfAFileThatCannotBeMade() {
    // Given
    String owner = Keys.owner(file(5));
    objects.loseAnswersAt(owner::equals);
    assertThatThrownBy(() -> store().create(file(5))).isInstanceOf(StoreFaultException.class);
    objects.loseAnswersAt(_ -> false);
    assertThat(store().usage("alice").files()).isZero();

    // When
    objects.put(owner, new byte[0], 0);

    // Then
    assertThat(later().pending(10)).isEmpty();
    assertThat(objects.objects).isEmpty();
  }

  @Test
  void takesFilesThatNeedSeveralBuffers() throws IOException {
    // Given
    byte[] bytes = new byte[3 * BUFFER + 7];
    new Random(7).nextBytes(bytes);
    store().create(file(bytes.length));

    // When
    write(store(), Arrays.copyOf(bytes, BUFFER + 1));
    StoredFile file = write(store(), Arrays.copyOfRange(bytes, BUFFER + 1, bytes.length));

    // Then
    assertThat(file.hasAllBytes()).isTrue();
    assertThat(read(file, 0, bytes.length)).isEqualTo(bytes);
    assertThat(read(file, BUFFER - 1, 3))
        .isEqualTo(Arrays.copyOfRange(bytes, BUFFER - 1, BUFFER + 2));
  }

  /// Whatever the size of chunks is, there are few objects.
  @Test
  void joinsSmallChunks() throws IOException {
    // Given
    byte[] bytes = new byte[200];
    new Random(8).nextBytes(bytes);
    store().create(file(bytes.length));

    // When
    for (byte each : bytes) {
      write(store(), new byte[] {each});
    }

    // Then
    assertThat(segments()).hasSize(1);
    assertThat(read(file(bytes.length), 0, bytes.length)).isEqualTo(bytes);
  }

  @Test
  void letsWhoCommitsFirstGoOnAndTellsTheOther() {
    // Given
    store().create(file(10));
    try (FileStore.Appender slow = append();
        FileStore.Appender fast = append()) {
      slow.write(ByteBuffer.wrap(new byte[] {1, 1}));
      fast.write(ByteBuffer.wrap(new byte[] {2, 2, 2}));

      // When
      fast.commit(1);

      // Then
      assertThatThrownBy(() -> slow.commit(1)).isInstanceOf(FileBusyException.class);
      fast.write(ByteBuffer.wrap(new byte[] {2}));
      assertThat(fast.commit(1).received()).isEqualTo(4);
    }
    assertThat(segments()).hasSize(1);
  }

  /// The upload goes on behind what the file has.
  @Test
  void keepsWhatWasCommittedWithoutAnAnswer() throws IOException {
    // Given
    store().create(file(3));
    objects.loseAnswersAt(key -> key.endsWith("file.json"));

    // When
    assertThatThrownBy(() -> write(store(), new byte[] {1, 2}))
        .isInstanceOf(StoreFaultException.class);
    objects.loseAnswersAt(_ -> false);

    // Then
    assertThat(store().find(ID).orElseThrow().received()).isEqualTo(2);
    assertThat(read(write(store(), new byte[] {3}), 0, 3)).containsExactly(1, 2, 3);
  }

  @Test
  void keepsWhatWasCommittedWithoutAnAnswerAndOthersWentOnBehind() throws IOException {
    // Given: the last segment is too long to be written again
    byte[] bytes = new byte[BUFFER];
    new Random(10).nextBytes(bytes);
    store().create(file(BUFFER + 1));
    objects.tryTwice(() -> write(store(), new byte[] {7}));

    // When
    assertThatThrownBy(() -> write(store(), bytes)).isInstanceOf(FileBusyException.class);

    // Then
    assertThat(read(file(BUFFER + 1), 0, BUFFER)).isEqualTo(bytes);
    assertThat(read(file(BUFFER + 1), BUFFER, 1)).containsExactly(7);
  }

  @Test
  void leavesNothingForAFileThatIsGone() {
    // Given
    store().create(file(3));
    try (FileStore.Appender late = append()) {
      late.write(ByteBuffer.wrap(new byte[] {1, 2}));

      // When
      store().remove(ID);

      // Then
      assertThatThrownBy(() -> late.commit(1)).isInstanceOf(StoreFaultException.class);
    }
    assertThat(objects.objects).isEmpty();
  }

  /// A gateway that dies leaves segments that nobody names: they go when the file is complete.
  @Test
  void forgetsWhatAKilledGatewayLeft() throws IOException {
    // Given
    store().create(file(3));
    FileStore.Appender killed = append();
    killed.write(ByteBuffer.wrap(new byte[] {9, 9}));
    objects.put("files/01/" + ID + "/left", new byte[] {9, 9}, 2);

    // When
    StoredFile file = write(store(), new byte[] {1, 2, 3});
    store().update(ID, known -> with(known, new StoredFile.Content("0".repeat(64), "text/plain")));

    // Then
    assertThat(segments()).hasSize(1);
    assertThat(read(file, 0, 3)).containsExactly(1, 2, 3);
  }

  @Test
  void losesNoChangeOfManyAtOneMoment() {
    // Given
    store().create(file(1_000_000));
    int writers = 8;

    // When
    try (ExecutorService threads = Executors.newFixedThreadPool(writers)) {
      List<CompletableFuture<Void>> all = new ArrayList<>();
      for (int i = 0; i < writers; i++) {
        all.add(
            CompletableFuture.runAsync(
                () -> store().update(ID, known -> known.withReceived(known.received() + 1, 1)),
                threads));
      }
      all.forEach(CompletableFuture::join);
    }

    // Then
    assertThat(store().find(ID).orElseThrow().received()).isEqualTo(writers);
  }

  @Test
  void goesOnWithSmallBuffersWhenTheLargeOnesAreTaken() throws IOException {
    // Given
    byte[] bytes = new byte[3 * Buffers.SMALL];
    new Random(9).nextBytes(bytes);
    store().create(file(bytes.length));

    // When
    StoredFile file;
    try (Buffers.Buffer _ = buffers.take()) {
      file = write(store(), bytes);
    }

    // Then
    assertThat(segments()).hasSize(3);
    assertThat(read(file, 0, bytes.length)).isEqualTo(bytes);
    assertThat(buffers.take().bytes()).hasSize(BUFFER);
  }

  @Test
  void asksNothingOfTheBucketBeforeItIsNeeded() {
    // When
    FileStore lazy =
        new S3FileStore(new CheckedObjectStore(() -> objects), buffers, InstantSource.system());

    // Then
    assertThat(objects.requests).hasValue(0);
    lazy.create(file(5));
    assertThat(objects.objects.keySet()).noneMatch(key -> key.startsWith("check/"));
  }

  @Test
  void writesNothingToAStoreWithoutConditionalWrites() {
    // Given
    objects.unconditional = true;
    FileStore store =
        new S3FileStore(new CheckedObjectStore(() -> objects), buffers, InstantSource.system());

    // When / Then
    assertThatThrownBy(() -> store.create(file(5)))
        .isInstanceOf(StoreFaultException.class)
        .hasMessageContaining("conditional writes");
    assertThat(objects.objects).isEmpty();
  }

  @Test
  void marksOnceIfTheFirstAnswerIsLost() {
    // Given
    objects.loseFirstAnswer();

    // When / Then
    assertThat(store().mark(ID, "one")).isTrue();
    assertThat(store().mark(ID, "two")).isFalse();
  }

  /// What a gateway left that went on with a file that was removed, and what a torn copy has.
  @Test
  void removesObjectsOfNoFileOnceTheyAreOld() {
    // Given
    store().create(file(3));
    write(store(), new byte[] {1, 2, 3});
    String left = "files/01/" + "01".repeat(16) + "/left";
    objects.put(left, new byte[] {9}, 1);
    Set<String> before = Set.copyOf(objects.objects.keySet());

    // When
    List<String> young = store().part(1, objects.now.minusSeconds(1));
    Set<String> meanwhile = Set.copyOf(objects.objects.keySet());
    List<String> old = store().part(1, objects.now.plusSeconds(1));

    // Then
    assertThat(young).containsExactlyInAnyOrder(ID, "01".repeat(16));
    assertThat(meanwhile).isEqualTo(before);
    assertThat(old).containsExactly(ID);
    assertThat(objects.objects).doesNotContainKey(left).hasSize(before.size() - 1);
  }

  private FileStore later() {
    return new S3FileStore(objects, buffers, () -> objects.now.plus(Duration.ofHours(2)));
  }

  private List<String> segments() {
    return objects.objects.keySet().stream()
        .filter(key -> key.startsWith("files/") && !key.endsWith("/file.json"))
        .toList();
  }

  private FileStore.Appender append() {
    return store().append(ID).orElseThrow();
  }

  private static StoredFile write(FileStore store, byte[] bytes) {
    try (FileStore.Appender appender = store.append(ID).orElseThrow()) {
      appender.write(ByteBuffer.wrap(bytes));
      return appender.commit(5);
    }
  }

  private byte[] read(StoredFile file, long from, long length) throws IOException {
    try (InputStream bytes = store().read(file, from, length)) {
      return bytes.readAllBytes();
    }
  }

  private static StoredFile with(StoredFile file, StoredFile.Content content) {
    return new StoredFile(
        file.id(),
        file.owner(),
        file.name(),
        file.size(),
        null,
        file.createdAt(),
        file.expiresAt(),
        file.received(),
        content,
        null,
        null);
  }

  private static StoredFile file(long size) {
    return new StoredFile(ID, "alice", "a", size, null, 1, 2, 0, null, null, null);
  }
}
