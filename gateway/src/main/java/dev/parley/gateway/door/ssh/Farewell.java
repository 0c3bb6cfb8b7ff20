package dev.parley.gateway.door.ssh;

import dev.parley.gateway.door.CloseReason;

/// What a client is told that is disconnected before it has a channel.
final class Farewell {
  private Farewell() {}

  static String of(CloseReason reason) {
    return switch (reason) {
      case LOGIN_TIMEOUT -> "nobody logged in; good bye";
      case SHUTDOWN -> "the server is shutting down";
      case REFUSED -> "too many attempts";
      case ACCOUNT_CHANGED -> "the account was changed; log in again";
      case TAKEN_OVER -> "the session was taken over by another login";
      case PROTOCOL -> "not understood";
      case LOGOUT, CLOSED, LOST, SLOW_READER -> "good bye";
    };
  }
}
