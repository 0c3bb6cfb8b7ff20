package dev.parley.gateway.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// What every file store does. Each test has owners and ids of its own.
public abstract class FileStoreContract {
  private static final AtomicInteger NUMBERS = new AtomicInteger();
  private static final StoredFile.Content CONTENT =
      new StoredFile.Content("0".repeat(64), "text/plain");

  private final String id = HexFormat.of().toHexDigits(System.nanoTime()).repeat(2);
  private final String owner =
      "owner" + NUMBERS.incrementAndGet() + "-" + (System.nanoTime() % 1_000_000);

  /// For adapters.
  protected FileStoreContract() {}

  /// {@return the store, always the same one of a test}
  protected abstract FileStore store();

  /// {@return another gateway's view of the same store}
  protected abstract FileStore another();

  @Test
  void hasNothingThatNobodyMade() {
    assertThat(store().find(id)).isEmpty();
    assertThat(store().append(id)).isEmpty();
    assertThat(store().update(id, file -> file)).isEmpty();
    assertThat(store().usage(owner)).isEqualTo(new FileStore.Usage(0, 0));
    assertThat(store().pending(1_000)).doesNotContain(id);
  }

  @Test
  void showsWhatOneGatewayMadeToAnother() {
    // When
    store().create(file(10));

    // Then
    assertThat(another().find(id)).contains(file(10));
    assertThat(another().usage(owner)).isEqualTo(new FileStore.Usage(10, 1));
    assertThat(another().pending(1_000)).contains(id);
  }

  @Test
  void goesOnBehindWhatWasCommitted() throws IOException {
    // Given
    store().create(file(10));

    // When
    write(store(), "hello");
    StoredFile file = write(another(), "world");

    // Then
    assertThat(file.received()).isEqualTo(10);
    assertThat(text(store(), file, 0, 10)).isEqualTo("helloworld");
    assertThat(text(store(), file, 3, 4)).isEqualTo("lowo");
    assertThat(text(store(), file, 9, 1)).isEqualTo("d");
    assertThat(text(store(), file, 10, 0)).isEmpty();
  }

  @Test
  void forgetsWhatWasNotCommitted() throws IOException {
    // Given
    store().create(file(10));
    write(store(), "hello");

    // When
    try (FileStore.Appender appender = appender(store())) {
      appender.write(bytes("nope"));
    }

    // Then
    assertThat(store().find(id).orElseThrow().received()).isEqualTo(5);
    assertThat(text(store(), write(store(), "world"), 0, 10)).isEqualTo("helloworld");
  }

  @Test
  void keepsSeveralCommitsOfOneAppender() throws IOException {
    // Given
    store().create(file(10));

    // When
    try (FileStore.Appender appender = appender(store())) {
      appender.write(bytes("hel"));
      assertThat(appender.commit(7).received()).isEqualTo(3);
      appender.write(bytes("lo"));
      appender.write(bytes("wor"));
      assertThat(appender.commit(9).expiresAt()).isEqualTo(9);
      appender.write(bytes("ld"));
    }

    // Then
    assertThat(store().find(id).orElseThrow().received()).isEqualTo(8);
    assertThat(text(store(), write(store(), "LD"), 0, 10)).isEqualTo("helloworLD");
  }

  @Test
  void takesNoMoreThanThereIsRoomFor() {
    // Given
    store().create(file(3));

    // When / Then
    try (FileStore.Appender appender = appender(store())) {
      assertThatThrownBy(() -> appender.write(bytes("four")))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void isNoLongerPendingOnceItIsAttached() {
    // Given
    store().create(file(0));

    // When
    store().update(id, file -> file.withContent(CONTENT));
    boolean pendingBefore = store().pending(1_000).contains(id);
    store()
        .update(
            id,
            file ->
                file.withClaim(new StoredFile.Claim("#team", "c1", true, false), file.expiresAt()));

    // Then
    assertThat(pendingBefore).isTrue();
    assertThat(another().pending(1_000)).doesNotContain(id);
    assertThat(another().find(id).orElseThrow().isAttached()).isTrue();
    assertThat(another().find(id).orElseThrow().content()).isEqualTo(CONTENT);
  }

  @Test
  void changesNothingIfTheChangeThrows() {
    // Given
    store().create(file(0));

    // When / Then
    assertThatThrownBy(() ->
            store()
                .update(
                    id,
                    _ -> {
                      throw new IllegalStateException("no");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(store().find(id)).contains(file(0));
  }

  @Test
  void removesAllOfAFileAsOftenAsItIsAsked() {
    // Given
    store().create(file(10));
    write(store(), "hello");

    // When
    another().remove(id);
    store().remove(id);

    // Then
    assertThat(store().find(id)).isEmpty();
    assertThat(store().usage(owner)).isEqualTo(new FileStore.Usage(0, 0));
    assertThat(store().pending(1_000)).doesNotContain(id);
  }

  @Test
  void marksOnce() {
    assertThat(store().mark(id, "one")).isTrue();
    assertThat(another().mark(id, "two")).isFalse();
    store().forgetMarks(Instant.now().minusSeconds(60));
    assertThat(store().mark(id, "two")).isFalse();
    store().forgetMarks(Instant.now().plusSeconds(60));
    assertThat(another().mark(id, "two")).isTrue();
  }

  /// The answer to the first call may have been lost.
  @Test
  void marksAsOftenAsTheSameOneAsks() {
    assertThat(store().mark(id, "one")).isTrue();
    assertThat(another().mark(id, "one")).isTrue();
    assertThat(another().mark(id, "two")).isFalse();
  }

  @Test
  void takesNoMarkBackButOnesOwn() {
    // Given
    store().mark(id, "one");

    // When / Then
    another().unmark(id, "two");
    assertThat(store().mark(id, "two")).isFalse();
    another().unmark(id, "one");
    another().unmark(id, "one");
    assertThat(store().mark(id, "two")).isTrue();
  }

  @Test
  void listsTheFilesOfAPart() {
    // Given
    store().create(file(10));
    int part = HexFormat.fromHexDigits(id, 0, 2);

    // When / Then
    assertThat(another().part(part, Instant.now().plusSeconds(60))).contains(id);
    assertThat(another().part((part + 1) % FileStore.PARTS, Instant.EPOCH)).doesNotContain(id);
    assertThat(another().find(id)).contains(file(10));
  }

  @Test
  void hasOneSecretForAllGateways() {
    assertThat(store().secret()).hasSize(32).isEqualTo(another().secret());
  }

  /// D13: what could be a path is refused before it is looked at.
  @Test
  void takesNoIdThatCouldBeAPath() {
    assertThatThrownBy(() -> store().find("../../../../../../etc/passwd/aaaa"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> store().usage("../owners"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> store().mark("../mark", "one"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private StoredFile write(FileStore to, String text) {
    try (FileStore.Appender appender = appender(to)) {
      appender.write(bytes(text));
      return appender.commit(5);
    }
  }

  private FileStore.Appender appender(FileStore store) {
    return store.append(id).orElseThrow();
  }

  private static String text(FileStore store, StoredFile file, long from, long length)
      throws IOException {
    try (InputStream bytes = store.read(file, from, length)) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }

  private StoredFile file(long size) {
    return new StoredFile(id, owner, "../../a \"b\"\n.txt", size, null, 1, 2, 0, null, null, null);
  }
}
