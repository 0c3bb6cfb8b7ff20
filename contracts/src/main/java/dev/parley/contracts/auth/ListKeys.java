package dev.parley.contracts.auth;

import dev.parley.contracts.ReplyTo;

/// Asks for the ssh keys of the account; the answer is a `KeyList`.
///
/// @param account handle, lower case
/// @param replyTo where the answer goes
public record ListKeys(String account, ReplyTo replyTo) implements AuthRecord {}
