package dev.parley.gateway.file.s3;

import dev.parley.gateway.file.StoreFaultException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A bucket in memory, whose writes can be made to fail, with or without an effect.
final class MemoryObjectStore implements ObjectStore {
  final Map<String, Entry> objects = new TreeMap<>();
  final AtomicInteger requests = new AtomicInteger();

  /// Whether conditions of writes are ignored, as by stores that do not know them.
  boolean unconditional;

  Instant now = Instant.now();
  private Predicate<String> failing = _ -> false;
  private Predicate<String> unanswered = _ -> false;
  private @Nullable Runnable beforeSecondTry;
  private boolean losingOne;

  @SuppressWarnings("ArrayRecordComponent") // Nobody compares these.
  record Entry(byte[] bytes, String tag, Instant modified) {}

  /// From now on writes to such keys fail.
  synchronized void failAt(Predicate<String> keys) {
    failing = keys;
  }

  /// From now on writes to such keys are made, but their answers are lost.
  synchronized void loseAnswersAt(Predicate<String> keys) {
    unanswered = keys;
  }

  /// The next replacement is made, but its answer is lost, and it is refused when it is tried
  /// again.
  ///
  /// @param meanwhile what happens before that
  synchronized void tryTwice(Runnable meanwhile) {
    beforeSecondTry = meanwhile;
  }

  /// The next write of something new is made, but its answer is lost, and it is refused when it is
  /// tried again.
  synchronized void loseFirstAnswer() {
    losingOne = true;
  }

  @Override
  public synchronized Optional<Held> get(String key) {
    requests.incrementAndGet();
    return Optional.ofNullable(objects.get(key))
        .map(entry -> new Held(entry.bytes.clone(), entry.tag));
  }

  @Override
  public synchronized void put(String key, byte[] bytes, int length) {
    requests.incrementAndGet();
    if (failing.test(key)) {
      throw new StoreFaultException("told to fail", new IOException("told to fail"));
    }
    String tag = "\"" + UUID.randomUUID() + "\"";
    objects.put(key, new Entry(Arrays.copyOf(bytes, length), tag, now));
    if (unanswered.test(key)) {
      throw new StoreFaultException(
          "told to lose answers", new IOException("told to lose answers"));
    }
  }

  @Override
  public synchronized boolean putIfAbsent(String key, byte[] bytes) {
    boolean written = writeIf(unconditional || !objects.containsKey(key), key, bytes);
    boolean lost = losingOne;
    losingOne = false;
    return written && !lost;
  }

  @Override
  public synchronized boolean replace(String key, String tag, byte[] bytes) {
    Entry present = objects.get(key);
    boolean right = unconditional || (present != null && present.tag.equals(tag));
    boolean replaced = writeIf(right, key, bytes);
    Runnable meanwhile = beforeSecondTry;
    if (!replaced || meanwhile == null) {
      return replaced;
    }
    beforeSecondTry = null;
    meanwhile.run();
    return false;
  }

  private boolean writeIf(boolean right, String key, byte[] bytes) {
    if (right) {
      put(key, bytes, bytes.length);
    }
    return right;
  }

  @Override
  public synchronized InputStream open(String key, long from, long length) {
    requests.incrementAndGet();
    @Nullable Entry entry = objects.get(key);
    if (entry == null) {
      throw new StoreFaultException("gone", new IOException(key));
    }
    return new ByteArrayInputStream(entry.bytes, (int) from, (int) length);
  }

  @Override
  public synchronized void delete(String key) {
    if (failing.test(key)) {
      throw new StoreFaultException("told to fail", new IOException("told to fail"));
    }
    objects.remove(key);
  }

  @Override
  public synchronized List<Listed> list(String prefix, int limit) {
    return objects.entrySet().stream()
        .filter(each -> each.getKey().startsWith(prefix))
        .limit(limit)
        .map(each -> new Listed(each.getKey(), each.getValue().modified))
        .toList();
  }
}
