package dev.parley.contracts.presence;

import dev.parley.contracts.ReplyTo;

/// Asks whether an account has a session.
///
/// @param account the asker's handle
/// @param target handle of the account asked about
/// @param replyTo where the answer goes
public record Ping(String account, String target, ReplyTo replyTo) implements PresenceRecord {}
