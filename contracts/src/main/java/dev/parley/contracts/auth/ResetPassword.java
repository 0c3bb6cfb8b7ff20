package dev.parley.contracts.auth;

import dev.parley.contracts.ReplyTo;

/// Asks to replace a password that its owner has lost, which ends the sessions and tokens.
///
/// @param account handle of the administrator, or `console`
/// @param proof how that is known
/// @param target handle of the account concerned
/// @param hash PHC string of the new password; the password itself does not travel
/// @param origin where it came from
/// @param replyTo where the answer goes
public record ResetPassword(
    String account, AdminProof proof, String target, String hash, Origin origin, ReplyTo replyTo)
    implements AdminRequest {}
