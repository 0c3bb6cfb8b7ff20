package dev.parley.presence.query;

import dev.parley.contracts.delivery.PingAnswered;

/// What is known of an account that had a session.
///
/// @param account handle
/// @param open number of its open sessions
/// @param away number of those whose person is away
/// @param lastEnded when the last of its sessions that ended did, epoch milliseconds; 0 if none has
public record Sighting(String account, long open, long away, long lastEnded) {
  /// {@return what is known of an account that never had one}
  ///
  /// @param account handle
  static Sighting none(String account) {
    return new Sighting(account, 0, 0, 0);
  }

  PingAnswered answer(long request) {
    boolean online = open > 0;
    return new PingAnswered(
        request, online, online && away == open, online || lastEnded == 0 ? null : lastEnded);
  }
}
