package dev.parley.gateway.door.ws;

import dev.parley.gateway.door.CloseReason;

/// The codes with which a WebSocket is closed (RFC 6455 section 7.4), as docs/protocol.md lists
/// them.
final class CloseCode {
  static final int NORMAL = 1000;
  static final int GOING_AWAY = 1001;
  static final int PROTOCOL = 1002;
  static final int NOT_TEXT = 1003;
  static final int NO_CODE = 1005;
  static final int POLICY = 1008;
  static final int TOO_BIG = 1009;
  static final int INTERNAL = 1011;
  static final int TRY_AGAIN = 1013;
  static final int TAKEN_OVER = 4001;
  static final int ACCOUNT_CHANGED = 4003;

  private CloseCode() {}

  static int of(CloseReason reason) {
    return switch (reason) {
      case LOGOUT, CLOSED -> NORMAL;
      case SHUTDOWN -> GOING_AWAY;
      case PROTOCOL -> PROTOCOL;
      case LOGIN_TIMEOUT, REFUSED -> POLICY;
      case LOST -> INTERNAL;
      case SLOW_READER -> TRY_AGAIN;
      case TAKEN_OVER -> TAKEN_OVER;
      case ACCOUNT_CHANGED -> ACCOUNT_CHANGED;
    };
  }

  /// {@return why a connection ended that the gateway did not close}
  ///
  /// @param code what the client sent, if it sent a code at all
  static CloseReason reasonOf(int code) {
    return code == NORMAL || code == GOING_AWAY || code == NO_CODE
        ? CloseReason.CLOSED
        : CloseReason.LOST;
  }
}
