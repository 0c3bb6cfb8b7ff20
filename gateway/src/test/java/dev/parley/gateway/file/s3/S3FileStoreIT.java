package dev.parley.gateway.file.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.gateway.file.FileStore;
import dev.parley.gateway.file.FileStoreContract;
import dev.parley.gateway.file.StoreFaultException;
import dev.parley.gateway.file.StoredFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The contract against a real server, and what happens when that is not as it should be.
class S3FileStoreIT extends FileStoreContract {
  private static final int MEBIBYTE = 1 << 20;

  @TempDir static Path folder;

  private static S3Server server;

  private FileStore store;

  @BeforeAll
  static void start() {
    server = new S3Server(folder);
    server.start();
    server.makeBucket();
  }

  @BeforeEach
  void open() {
    store = storeOf(server.settings());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Override
  protected FileStore store() {
    return store;
  }

  @Override
  protected FileStore another() {
    return storeOf(server.settings());
  }

  private static FileStore storeOf(S3Settings settings) {
    return new S3FileStore(
        new CheckedObjectStore(() -> AwsObjectStore.open(settings)),
        new Buffers(settings.buffer(), 4),
        InstantSource.system());
  }

  @Test
  void keepsALargeFileThroughTheDeathOfServerAndGateway() throws IOException {
    // Given
    byte[] bytes = new byte[5 * MEBIBYTE + 7];
    new Random(3).nextBytes(bytes);
    StoredFile file = file(bytes.length);
    store.create(file);
    write(store, file, Arrays.copyOf(bytes, 2 * MEBIBYTE + 3));
    FileStore.Appender killed = store.append(file.id()).orElseThrow();
    killed.write(ByteBuffer.wrap(new byte[MEBIBYTE + 1]));

    // When
    server.kill();
    assertFault(() -> killed.commit(9), "cannot be reached");
    server.start();
    FileStore next = another();
    StoredFile now = next.find(file.id()).orElseThrow();
    StoredFile whole =
        write(next, now, Arrays.copyOfRange(bytes, (int) now.received(), bytes.length));

    // Then
    assertThat(now.received()).isEqualTo(2 * MEBIBYTE + 3);
    assertThat(whole.hasAllBytes()).isTrue();
    assertThat(read(next, whole, 0, bytes.length)).isEqualTo(bytes);
    assertThat(read(next, whole, MEBIBYTE - 2, 5))
        .isEqualTo(Arrays.copyOfRange(bytes, MEBIBYTE - 2, MEBIBYTE + 3));
  }

  @Test
  void namesABucketThatIsNotThere() {
    S3Settings good = server.settings();
    S3Settings other =
        new S3Settings(
            good.endpoint(),
            good.region(),
            "no-such-bucket",
            true,
            good.accessKey(),
            good.secretKey(),
            good.timeout(),
            1,
            good.buffer());
    assertFault(() -> storeOf(other).create(file(1)), "there is no bucket no-such-bucket");
  }

  @Test
  void saysThatAKeyPairIsRefusedAndNotWhichItIs() {
    S3Settings good = server.settings();
    S3Settings other =
        new S3Settings(
            good.endpoint(),
            good.region(),
            good.bucket(),
            true,
            good.accessKey(),
            "another-secret",
            good.timeout(),
            1,
            good.buffer());
    assertFault(() -> storeOf(other).create(file(1)), "refuses the key pair");
  }

  /// Whatever is thrown may come to a log.
  private static void assertFault(ThrowingCallable call, String text) {
    assertThatThrownBy(call)
        .isInstanceOf(StoreFaultException.class)
        .hasMessageContaining(text)
        .satisfies(thrown -> {
          StringWriter trace = new StringWriter();
          thrown.printStackTrace(new PrintWriter(trace));
          assertThat(trace.toString()).doesNotContain(S3Server.SECRET_KEY, "another-secret");
        });
  }

  private static StoredFile write(FileStore to, StoredFile file, byte[] bytes) {
    try (FileStore.Appender appender = to.append(file.id()).orElseThrow()) {
      appender.write(ByteBuffer.wrap(bytes));
      return appender.commit(5);
    }
  }

  private static byte[] read(FileStore from, StoredFile file, long at, long length)
      throws IOException {
    try (InputStream bytes = from.read(file, at, length)) {
      return bytes.readAllBytes();
    }
  }

  private static StoredFile file(long size) {
    String id = UUID.randomUUID().toString().replace("-", "");
    return new StoredFile(id, "alice", "a", size, null, 1, 2, 0, null, null, null);
  }
}
