package dev.parley.contracts.auth;

import dev.parley.contracts.ReplyTo;

/// Asks to give an account another role, which ends its sessions and its tokens.
///
/// @param account handle of the administrator, or `console`
/// @param proof how that is known
/// @param target handle of the account concerned
/// @param role what it is to be
/// @param origin where it came from
/// @param replyTo where the answer goes
public record SetRole(
    String account, AdminProof proof, String target, Role role, Origin origin, ReplyTo replyTo)
    implements AdminRequest {}
