package dev.parley.routing.delivery;

import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Gateways that are gone: presence-service said so, or their topic has long been missing. The id
/// of a gateway is never used again, so one that is lost stays lost.
///
/// Safe for use by many threads. Remembers the last [#MAX_REMEMBERED]; one that is forgotten is
/// found to be gone again when something is sent to it.
@Singleton
public final class LostGateways {
  /// Most gateways remembered.
  static final int MAX_REMEMBERED = 4_096;

  private final Set<String> lost = new LinkedHashSet<>();
  private final Deque<String> news = new ArrayDeque<>();

  /// Makes an empty set.
  public LostGateways() {}

  /// Notes that a gateway is gone.
  ///
  /// @param gateway id of the gateway
  /// @return whether that is news
  public synchronized boolean add(String gateway) {
    if (!lost.add(gateway)) {
      return false;
    }
    if (lost.size() > MAX_REMEMBERED) {
      lost.remove(lost.iterator().next());
    }
    if (news.size() >= MAX_REMEMBERED) {
      news.remove();
    }
    news.add(gateway);
    return true;
  }

  /// {@return whether the gateway is gone}
  ///
  /// @param gateway id of the gateway
  public synchronized boolean contains(String gateway) {
    return lost.contains(gateway);
  }

  /// {@return the gateways lost since the last call}
  public synchronized List<String> takeNews() {
    if (news.isEmpty()) {
      return List.of();
    }
    List<String> taken = new ArrayList<>(news);
    news.clear();
    return taken;
  }
}
