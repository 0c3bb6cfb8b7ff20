package dev.parley.contracts.delivery;

import dev.parley.contracts.auth.Role;

/// An account as administrators see it.
///
/// @param account handle
/// @param role what it may do
/// @param disabled whether it is closed
/// @param createdAt when it was made, epoch milliseconds
public record AccountSummary(String account, Role role, boolean disabled, long createdAt) {}
