package dev.parley.gateway.file.rest;

import dev.parley.gateway.file.FileStore;
import dev.parley.gateway.file.StoreFullException;
import dev.parley.gateway.file.StoredFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// A store whose disk is full as soon as bytes come.
record FullStore(FileStore store) implements FileStore {
  @Override
  public void create(StoredFile file) {
    store.create(file);
  }

  @Override
  public Optional<StoredFile> find(String id) {
    return store.find(id);
  }

  @Override
  public Optional<StoredFile> update(String id, UnaryOperator<StoredFile> change) {
    return store.update(id, change);
  }

  @Override
  public Optional<Appender> append(String id) {
    return store.append(id).map(Full::new);
  }

  @Override
  public InputStream read(StoredFile file, long from, long length) {
    return store.read(file, from, length);
  }

  @Override
  public void remove(String id) {
    store.remove(id);
  }

  @Override
  public Usage usage(String owner) {
    return store.usage(owner);
  }

  @Override
  public List<String> pending(int limit) {
    return store.pending(limit);
  }

  @Override
  public boolean mark(String name) {
    return store.mark(name);
  }

  @Override
  public void forgetMarks(Instant before) {
    store.forgetMarks(before);
  }

  @Override
  public byte[] secret() {
    return store.secret();
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
