package dev.parley.contracts.presence;

import dev.parley.contracts.ReplyTo;
import org.jspecify.annotations.Nullable;

/// Asks for a page of the audit trail, latest first; the answer is an `AuditPage`. The gateway has
/// asked auth-service whether the asker may.
///
/// @param account handle of the administrator, or `console`
/// @param about only what this account did or what was done to it, or `null` for all
/// @param action only this action, such as `login_failed`, or `null` for all
/// @param from not before, epoch milliseconds, or `null`
/// @param to before, epoch milliseconds, or `null`
/// @param limit most events of the page, 1 to 1,000
/// @param before the `next` of the page before, or `null` for the first page
/// @param replyTo where the answer goes
public record FetchAudit(
    String account,
    @Nullable String about,
    @Nullable String action,
    @Nullable Long from,
    @Nullable Long to,
    int limit,
    @Nullable String before,
    ReplyTo replyTo)
    implements PresenceRecord {}
