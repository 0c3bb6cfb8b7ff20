package dev.parley.auth.password;

import dev.parley.auth.Arrival;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// A nonce store that forgets everything when the test ends.
public final class InMemoryNonceStore implements NonceStore {
  private final Map<String, Arrival> taken = new ConcurrentHashMap<>();

  /// Begins empty.
  public InMemoryNonceStore() {}

  @Override
  public boolean take(String nonce, Arrival arrival) {
    Arrival first = taken.computeIfAbsent(nonce, _ -> arrival);
    return first.partition() == arrival.partition() && first.offset() == arrival.offset();
  }

  @Override
  public void forget(Instant before) {
    taken.values().removeIf(arrival -> arrival.at().isBefore(before));
  }
}
