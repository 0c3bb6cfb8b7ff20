package dev.parley.presence.session;

import org.jspecify.annotations.Nullable;

/// One authenticated connection of an account through a door of one gateway.
///
/// @param id unique, chosen by the gateway
/// @param account handle, lower case
/// @param gateway the gateway that holds the connection
/// @param door the door's name
/// @param address network address of the client, without port
/// @param token id of the token with which it can be resumed, or `null` if none was given
/// @param openedAt when it was opened, epoch milliseconds
/// @param end how it ended, or `null` while it is open
public record Session(
    String id,
    String account,
    String gateway,
    String door,
    String address,
    @Nullable String token,
    long openedAt,
    @Nullable SessionEnd end) {

  /// {@return whether it is open}
  public boolean isOpen() {
    return end == null;
  }

  /// {@return this session, ended}
  ///
  /// @param sessionEnd how it ended
  public Session ended(SessionEnd sessionEnd) {
    return new Session(id, account, gateway, door, address, token, openedAt, sessionEnd);
  }

  /// {@return whether it ended at that moment for that reason}
  ///
  /// @param sessionEnd how it may have ended
  boolean endedBy(SessionEnd sessionEnd) {
    return sessionEnd.equals(end);
  }
}
