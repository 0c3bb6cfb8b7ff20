package dev.parley.presence.audit;

import org.jspecify.annotations.Nullable;

/// Which events are wanted.
///
/// @param about only what this account did or what was done to it, or `null` for all
/// @param action only this action, such as `login_failed`, or `null` for all
/// @param from not before, epoch milliseconds, or `null`
/// @param to before, epoch milliseconds, or `null`
/// @param before only what is older than this event, or `null` for the latest
public record AuditFilter(
    @Nullable String about,
    @Nullable String action,
    @Nullable Long from,
    @Nullable Long to,
    @Nullable AuditPosition before) {}
