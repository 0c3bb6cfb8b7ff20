package dev.parley.contracts.delivery;

/// An account that had a session within the last hour.
///
/// @param account handle
/// @param lastLogin when its latest session was opened, epoch milliseconds
/// @param online whether it has a session now
public record RecentAccount(String account, long lastLogin, boolean online) {}
