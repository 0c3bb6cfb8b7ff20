package dev.parley.contracts.auth;

import dev.parley.contracts.ReplyTo;

/// Asks whether the audit trail may be read; that it is read is told to the trail.
///
/// @param account handle of the administrator, or `console`
/// @param proof how that is known
/// @param origin where it came from
/// @param replyTo where the answer goes
public record AuthorizeAudit(String account, AdminProof proof, Origin origin, ReplyTo replyTo)
    implements AdminRequest {}
