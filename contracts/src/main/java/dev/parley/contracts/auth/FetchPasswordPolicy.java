package dev.parley.contracts.auth;

import dev.parley.contracts.ReplyTo;

/// Asks what new passwords must be and how they are hashed; the answer is a `PasswordPolicy`.
///
/// @param account handle of the administrator, or `console`
/// @param proof how that is known
/// @param replyTo where the answer goes
public record FetchPasswordPolicy(String account, AdminProof proof, ReplyTo replyTo)
    implements AdminRequest {}
