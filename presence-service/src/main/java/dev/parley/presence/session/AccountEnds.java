package dev.parley.presence.session;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Since when the logins of the accounts of a batch are void, with what the batch has added. For
/// one thread.
final class AccountEnds {

  private final Map<String, AccountEnd> ends = new HashMap<>();
  private final Map<String, AccountEnd> added = new LinkedHashMap<>();

  AccountEnds(Collection<AccountEnd> stored) {
    stored.forEach(end -> ends.put(end.account(), end));
  }

  /// Adds an end.
  ///
  /// @return whether it is news
  boolean add(AccountEnd end) {
    AccountEnd known = ends.get(end.account());
    if (known != null && known.before() >= end.before()) {
      return false;
    }
    ends.put(end.account(), end);
    added.put(end.account(), end);
    return true;
  }

  /// {@return whether a login of that time is void}
  boolean voids(String account, @Nullable Long authenticatedAt) {
    AccountEnd end = ends.get(account);
    return end != null && authenticatedAt != null && authenticatedAt <= end.before();
  }

  /// {@return whether a session may not go on}
  boolean ends(Session session) {
    AccountEnd end = ends.get(session.account());
    return end != null && end.ends(session);
  }

  Collection<AccountEnd> added() {
    return added.values();
  }
}
