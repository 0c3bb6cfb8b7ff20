package dev.parley.contracts.delivery;

import org.jspecify.annotations.Nullable;

/// An event of the audit trail.
///
/// @param at when, epoch milliseconds
/// @param action what was done, such as `login_failed`
/// @param account who did it
/// @param conversation the conversation concerned, if any
/// @param subject whom or what it was done to, if anybody
/// @param seq position of the message concerned, if any
/// @param door the door, where it is known
/// @param address network address of the client, where it is known
public record AuditRow(
    long at,
    String action,
    String account,
    @Nullable String conversation,
    @Nullable String subject,
    @Nullable Long seq,
    @Nullable String door,
    @Nullable String address) {}
