package dev.parley.gateway.file;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// A store that does what another one does, for those that differ in little.
public abstract class ForwardingStore implements FileStore {
  private final FileStore store;

  /// Forwards to a store.
  ///
  /// @param store does what is asked
  protected ForwardingStore(FileStore store) {
    this.store = store;
  }

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
    return store.append(id);
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
  public List<String> part(int part, Instant before) {
    return store.part(part, before);
  }

  @Override
  public boolean mark(String name, String by) {
    return store.mark(name, by);
  }

  @Override
  public void unmark(String name, String by) {
    store.unmark(name, by);
  }

  @Override
  public void forgetMarks(Instant before) {
    store.forgetMarks(before);
  }

  @Override
  public byte[] secret() {
    return store.secret();
  }
}
