package dev.parley.contracts.presence;

import dev.parley.contracts.ReplyTo;

/// Asks for every account with a session open at any moment of the last 60 minutes.
///
/// @param account the asker's handle
/// @param replyTo where the answer goes
public record WhoLastHour(String account, ReplyTo replyTo) implements PresenceRecord {}
