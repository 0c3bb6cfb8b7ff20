package dev.parley.contracts.presence;

import dev.parley.contracts.ReplyTo;

/// Asks who is logged in beside the asker.
///
/// @param account the asker's handle
/// @param replyTo where the answer goes
public record WhoElse(String account, ReplyTo replyTo) implements PresenceRecord {}
