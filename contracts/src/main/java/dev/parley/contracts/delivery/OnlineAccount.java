package dev.parley.contracts.delivery;

import org.jspecify.annotations.Nullable;

/// A session that is open.
///
/// @param account handle
/// @param door the door's name
/// @param since when the session was opened, epoch milliseconds
/// @param away true if its person has turned away from the screen; else `null` or false
public record OnlineAccount(String account, String door, long since, @Nullable Boolean away) {
  /// Makes a row of a session whose person is at the screen.
  ///
  /// @param account handle
  /// @param door the door's name
  /// @param since when the session was opened, epoch milliseconds
  public OnlineAccount(String account, String door, long since) {
    this(account, door, since, null);
  }
}
