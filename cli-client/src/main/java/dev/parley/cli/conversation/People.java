package dev.parley.cli.conversation;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Who is here, as far as the server tells.
public final class People {

  private final Map<String, String> states = new TreeMap<>();
  private final Set<String> blocked = new HashSet<>();
  private boolean away;

  People() {}

  /// {@return `online`, `away` or `offline`}
  ///
  /// @param user a handle
  public String state(String user) {
    return states.getOrDefault(user, "offline");
  }

  /// {@return those who are online or away, in order}
  public Collection<String> here() {
    return states.keySet();
  }

  /// {@return whether one blocks somebody}
  ///
  /// @param user a handle
  public boolean isBlocked(String user) {
    return blocked.contains(user);
  }

  /// {@return whether one is shown as away oneself}
  public boolean isAway() {
    return away;
  }

  /// Notes that one went away, or is back.
  ///
  /// @param now whether one is away
  public void away(boolean now) {
    away = now;
  }

  void onOnline(Map<String, String> online) {
    states.clear();
    states.putAll(online);
  }

  void onPresence(String user, String state) {
    if (state.equals("offline")) {
      states.remove(user);
    } else {
      states.put(user, state);
    }
  }

  void onBlocked(Collection<String> users) {
    blocked.clear();
    blocked.addAll(users);
  }
}
