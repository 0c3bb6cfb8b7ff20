package dev.parley.gateway.file.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.gateway.file.FileBusyException;
import dev.parley.gateway.file.FileStore;
import dev.parley.gateway.file.FileStoreContract;
import dev.parley.gateway.file.StoreFaultException;
import dev.parley.gateway.file.StoreFullException;
import dev.parley.gateway.file.StoredFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderFileStoreTest extends FileStoreContract {
  private static final String ID = "0123456789abcdef0123456789abcdef";

  @TempDir Path folder;

  @Override
  protected FileStore store() {
    return new FolderFileStore(folder, 0);
  }

  @Override
  protected FileStore another() {
    return new FolderFileStore(folder, 0);
  }

  @Test
  void leavesNothingOfAFileBehind() throws IOException {
    // Given
    FileStore store = store();
    store.create(file(5));
    write(store);

    // When
    store.remove(ID);

    // Then
    assertThat(leftIn(folder)).isEmpty();
  }

  @Test
  void refusesAFileForWhichTheDiskHasNoRoomAndLeavesNothing() throws IOException {
    // Given
    FileStore store = new FolderFileStore(folder, Long.MAX_VALUE / 2);

    // When / Then
    assertThatThrownBy(() -> store.create(file(5))).isInstanceOf(StoreFullException.class);
    assertThat(leftIn(folder)).isEmpty();
  }

  @Test
  void knowsAFullDiskByWhatTheSystemSays() {
    assertThat(Faults.of("x", new IOException("No space left on device")))
        .isInstanceOf(StoreFullException.class);
    assertThat(Faults.of("x", new IOException("Disk quota exceeded")))
        .isInstanceOf(StoreFullException.class);
    assertThat(Faults.of("x", new IOException("Input/output error")))
        .isExactlyInstanceOf(StoreFaultException.class);
  }

  @Test
  void letsOneWriteAtATime() {
    // Given
    FileStore store = store();
    store.create(file(5));

    // When / Then
    try (FileStore.Appender first = store.append(ID).orElseThrow()) {
      assertThat(first.file().received()).isZero();
      assertThatThrownBy(() -> another().append(ID)).isInstanceOf(FileBusyException.class);
    }
    store.append(ID).orElseThrow().close();
  }

  /// What a crash left behind the last commit is cut off.
  @Test
  void cutsOffWhatACrashLeft() throws IOException {
    // Given
    FileStore store = store();
    store.create(file(5));
    Path bytes = folder.resolve("files").resolve("01").resolve(ID).resolve("bytes");
    Files.writeString(bytes, "garbage");

    // When
    StoredFile file = write(store);

    // Then
    assertThat(Files.readString(bytes)).isEqualTo("hello");
    assertThat(file.hasAllBytes()).isTrue();
  }

  private static StoredFile write(FileStore store) {
    try (FileStore.Appender appender = store.append(ID).orElseThrow()) {
      appender.write(ByteBuffer.wrap(new byte[] {'h', 'e', 'l', 'l', 'o'}));
      return appender.commit(5);
    }
  }

  private static java.util.List<Path> leftIn(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private static StoredFile file(long size) {
    return new StoredFile(ID, "alice", "a", size, null, 1, 2, 0, null, null, null);
  }
}
