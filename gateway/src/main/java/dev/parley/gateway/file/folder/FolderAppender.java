package dev.parley.gateway.file.folder;

import dev.parley.gateway.file.FileStore;
import dev.parley.gateway.file.StoreFaultException;
import dev.parley.gateway.file.StoredFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;

/// Writes to a file whose lock it holds. What is behind the last commit is cut off when the next
/// appender is made, if not before.
final class FolderAppender implements FileStore.Appender {
  private final FolderFileStore store;
  private final StoredFile file;
  private final FileChannel channel;
  private long committed;

  FolderAppender(FolderFileStore store, StoredFile file, FileChannel channel) {
    this.store = store;
    this.file = file;
    this.channel = channel;
    this.committed = file.received();
  }

  @Override
  public StoredFile file() {
    return file;
  }

  @Override
  public void write(ByteBuffer bytes) {
    try {
      if (channel.position() + bytes.remaining() > file.size()) {
        throw new IllegalArgumentException("more bytes than the file has room for");
      }
      while (bytes.hasRemaining()) {
        int _ = channel.write(bytes);
      }
    } catch (IOException e) {
      throw Faults.of("a file cannot be written file=" + file.id(), e);
    }
  }

  @Override
  public StoredFile commit(long expiresAt) {
    try {
      long position = channel.position();
      channel.force(false);
      StoredFile now =
          store
              .update(file.id(), present -> present.withReceived(position, expiresAt))
              .orElseThrow(() -> new UncheckedIOException(new NoSuchFileException(file.id())));
      committed = position;
      return now;
    } catch (UncheckedIOException e) {
      throw new StoreFaultException("the upload was ended file=" + file.id(), e);
    } catch (IOException e) {
      throw Faults.of("a file cannot be written file=" + file.id(), e);
    }
  }

  @Override
  public void close() {
    try (channel) {
      if (channel.position() > committed) {
        channel.truncate(committed);
      }
    } catch (IOException e) {
      throw Faults.of("a file cannot be closed file=" + file.id(), e);
    }
  }
}
