package dev.parley.presence.session;

import dev.parley.contracts.presence.Came;
import dev.parley.contracts.presence.PresenceEvent;
import dev.parley.contracts.presence.Went;
import dev.parley.presence.effect.Effects;
import java.util.ArrayList;
import java.util.List;

/// Who came and went in one batch, in order. Nobody is told while too many are online: neither
/// before the batch nor after it may there be more than the limit.
final class Announcements {

  private final List<PresenceEvent> events = new ArrayList<>();
  private int balance;

  void came(String account) {
    balance++;
    events.add(new Came(account));
  }

  void went(String account) {
    balance--;
    events.add(new Went(account));
  }

  /// Tells again how things stand, after a crash may have swallowed it.
  void retell(String account, boolean online) {
    events.add(online ? new Came(account) : new Went(account));
  }

  void tell(Effects effects, int onlineBefore, int limit) {
    if (onlineBefore <= limit && onlineBefore + balance <= limit) {
      events.forEach(effects::announce);
    }
  }
}
