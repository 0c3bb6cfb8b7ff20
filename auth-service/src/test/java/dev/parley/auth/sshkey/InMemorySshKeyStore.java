package dev.parley.auth.sshkey;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/// An ssh key store that forgets everything when the test ends.
public final class InMemorySshKeyStore implements SshKeyStore {
  private final Map<String, Map<String, StoredKey>> keys = new ConcurrentHashMap<>();
  private final Predicate<String> exists;

  /// Knows of no keys yet.
  ///
  /// @param exists whether an account exists
  public InMemorySshKeyStore(Predicate<String> exists) {
    this.exists = exists;
  }

  @Override
  public SshKeyStore.Added add(String account, StoredKey key, int max) {
    if (!exists.test(account)) {
      return SshKeyStore.Added.NO_ACCOUNT;
    }
    Map<String, StoredKey> held = keys.computeIfAbsent(account, _ -> new LinkedHashMap<>());
    if (!held.containsKey(key.fingerprint()) && held.size() >= max) {
      return SshKeyStore.Added.FULL;
    }
    held.putIfAbsent(key.fingerprint(), key);
    return SshKeyStore.Added.DONE;
  }

  @Override
  public boolean remove(String account, String fingerprint) {
    return keys.getOrDefault(account, new LinkedHashMap<>()).remove(fingerprint) != null;
  }

  @Override
  public List<StoredKey> list(String account) {
    return List.copyOf(keys.getOrDefault(account, Map.of()).values());
  }
}
