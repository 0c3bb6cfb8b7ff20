package dev.parley.gateway.file.rest;

import dev.parley.gateway.file.FileStore;
import dev.parley.gateway.file.ForwardingStore;
import dev.parley.gateway.file.StoreFullException;
import dev.parley.gateway.file.StoredFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/// A store whose disk is full as soon as bytes come.
final class FullStore extends ForwardingStore {
  FullStore(FileStore store) {
    super(store);
  }

  @Override
  public Optional<Appender> append(String id) {
    return super.append(id).map(Full::new);
  }

  private record Full(Appender appender) implements Appender {
    @Override
    public StoredFile file() {
      return appender.file();
    }

    @Override
    public void write(ByteBuffer bytes) {
      throw new StoreFullException(new IOException("No space left on device"));
    }

    @Override
    public StoredFile commit(long expiresAt) {
      return appender.commit(expiresAt);
    }

    @Override
    public void close() {
      appender.close();
    }
  }
}
