package dev.parley.auth.device;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/// A device store that forgets everything when the test ends.
public final class InMemoryDeviceStore implements DeviceStore {
  private final Map<String, List<DeviceLink>> links = new ConcurrentHashMap<>();
  private final Map<String, List<String>> waiting = new ConcurrentHashMap<>();
  private final Predicate<String> exists;

  /// Knows of no devices yet.
  ///
  /// @param exists whether an account exists
  public InMemoryDeviceStore(Predicate<String> exists) {
    this.exists = exists;
  }

  @Override
  public Linked add(DeviceLink link, boolean restart, DeviceRules rules) {
    if (!exists.test(link.account())) {
      return new Linked.NoAccount();
    }
    List<DeviceLink> stored = links.getOrDefault(link.account(), List.of());
    if (!stored.isEmpty() && stored.getLast().equals(link)) {
      return new Linked.Done();
    }
    List<DeviceLink> next = new ArrayList<>(restart ? List.of() : stored);
    String reason = rules.check(next, link);
    if (reason != null) {
      return new Linked.Unfit(reason);
    }
    next.add(link);
    links.put(link.account(), next);
    waiting.getOrDefault(link.account(), new ArrayList<>()).remove(link.body());
    return new Linked.Done();
  }

  @Override
  public boolean await(String account, String statement, int max) {
    if (!exists.test(account)) {
      return false;
    }
    List<String> list = waiting.computeIfAbsent(account, _ -> new ArrayList<>());
    if (!list.contains(statement)) {
      while (list.size() >= max) {
        list.removeFirst();
      }
      list.add(statement);
    }
    return true;
  }

  @Override
  public List<String> links(String account) {
    return links.getOrDefault(account, List.of()).stream().map(DeviceLink::wire).toList();
  }

  @Override
  public List<String> waiting(String account) {
    return List.copyOf(waiting.getOrDefault(account, List.of()));
  }
}
