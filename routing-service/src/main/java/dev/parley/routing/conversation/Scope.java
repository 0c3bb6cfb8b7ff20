package dev.parley.routing.conversation;

import dev.parley.routing.account.Accounts;
import dev.parley.routing.delivery.Effects;

/// What one try of a batch works with.
///
/// @param drafts conversations
/// @param stored entries that may be met again
/// @param accounts which accounts exist
/// @param groupCounts in how many groups accounts are
/// @param effects what others are to know
public record Scope(
    Drafts drafts,
    StoredEntries stored,
    Accounts accounts,
    GroupCounts groupCounts,
    Effects effects) {}
