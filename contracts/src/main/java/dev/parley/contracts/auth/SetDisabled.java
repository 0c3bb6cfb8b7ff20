package dev.parley.contracts.auth;

import dev.parley.contracts.ReplyTo;

/// Asks to close an account, or to open it again. Closing it ends its sessions and its tokens.
///
/// @param account handle of the administrator, or `console`
/// @param proof how that is known
/// @param target handle of the account concerned
/// @param disabled whether it is to be closed
/// @param origin where it came from
/// @param replyTo where the answer goes
public record SetDisabled(
    String account,
    AdminProof proof,
    String target,
    boolean disabled,
    Origin origin,
    ReplyTo replyTo)
    implements AdminRequest {}
