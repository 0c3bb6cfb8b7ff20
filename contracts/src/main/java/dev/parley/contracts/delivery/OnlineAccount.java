package dev.parley.contracts.delivery;

/// A session that is open.
///
/// @param account handle
/// @param door the door's name
/// @param since when the session was opened, epoch milliseconds
public record OnlineAccount(String account, String door, long since) {}
