package dev.parley.gateway.door;

import java.util.Locale;

/// Why a connection ended; the names stand in logs, metrics and the audit trail.
public enum CloseReason {
  /// The client asked for it.
  LOGOUT,
  /// The client closed in order.
  CLOSED,
  /// The connection broke.
  LOST,
  /// What waited for the client grew beyond the limit.
  SLOW_READER,
  /// Another login took the session's place.
  TAKEN_OVER,
  /// The account was closed, or its password or role was changed.
  ACCOUNT_CHANGED,
  /// Nobody logged in within the time for it.
  LOGIN_TIMEOUT,
  /// The client did what no client of this protocol does.
  PROTOCOL,
  /// Too many connections, or too many wrong passwords.
  REFUSED,
  /// The gateway stops.
  SHUTDOWN;

  /// {@return the reason as logs and the audit trail name it}
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// {@return whether everything written can be taken as arrived, because the client ended the
  /// connection itself and in order}
  public boolean isOrderly() {
    return this == LOGOUT || this == CLOSED;
  }
}
