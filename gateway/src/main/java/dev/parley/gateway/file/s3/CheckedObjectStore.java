package dev.parley.gateway.file.s3;

import dev.parley.gateway.file.StoreFaultException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A bucket that is opened when it is first needed, and tried then: one that does not know
/// conditional writes would lose changes in silence, so nothing is written to it.
final class CheckedObjectStore implements ObjectStore {
  private static final byte[] ONE = {1};
  private static final byte[] TWO = {2};
  private static final String NO_TAG = "\"00000000000000000000000000000000\"";

  private final Supplier<ObjectStore> opening;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable ObjectStore opened;
  private volatile @Nullable ObjectStore checked;

  CheckedObjectStore(Supplier<ObjectStore> opening) {
    this.opening = opening;
  }

  private ObjectStore store() {
    ObjectStore good = checked;
    return good == null ? check() : good;
  }

  /// What fails is tried again by the next call.
  private ObjectStore check() {
    lock.lock();
    try {
      ObjectStore store = opened == null ? opening.get() : opened;
      opened = store;
      if (checked == null) {
        refuseIfUnconditional(store);
        checked = store;
      }
      return store;
    } finally {
      lock.unlock();
    }
  }

  private static void refuseIfUnconditional(ObjectStore store) {
    String key = "check/" + UUID.randomUUID();
    boolean first = store.putIfAbsent(key, ONE);
    boolean second = store.putIfAbsent(key, TWO);
    boolean other = store.replace(key, NO_TAG, TWO);
    boolean right = store.get(key).filter(held -> store.replace(key, held.tag(), TWO)).isPresent();
    store.delete(key);
    if (!first || second || other || !right) {
      throw new StoreFaultException(
          "the store knows no conditional writes (If-None-Match, If-Match), which files need; use"
              + " another, or a newer version of it",
          new IOException("%b %b %b %b".formatted(first, second, other, right)));
    }
  }

  @Override
  public Optional<Held> get(String key) {
    return store().get(key);
  }

  @Override
  public void put(String key, byte[] bytes, int length) {
    store().put(key, bytes, length);
  }

  @Override
  public boolean putIfAbsent(String key, byte[] bytes) {
    return store().putIfAbsent(key, bytes);
  }

  @Override
  public boolean replace(String key, String tag, byte[] bytes) {
    return store().replace(key, tag, bytes);
  }

  @Override
  public InputStream open(String key, long from, long length) {
    return store().open(key, from, length);
  }

  @Override
  public void delete(String key) {
    store().delete(key);
  }

  @Override
  public List<Listed> list(String prefix, int limit) {
    return store().list(prefix, limit);
  }
}
