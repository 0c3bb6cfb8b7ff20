package dev.parley.gateway.door;

/// A way in: listens, and makes a [DoorConnection] of each client. Started and stopped once.
public interface Door {
  /// {@return the door's name, as presence and audit show it}
  String name();

  /// Starts to listen; returns when clients can connect.
  ///
  /// @throws IllegalStateException if the address cannot be listened on
  void open();

  /// Takes no more clients, and closes those it has after telling them why. Returns when that is
  /// done, or after a bounded time.
  void close();
}
