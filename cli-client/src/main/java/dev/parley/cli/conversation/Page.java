package dev.parley.cli.conversation;

import java.util.List;

/// A page of history.
///
/// @param messages oldest first
/// @param more whether there is more in the direction that was asked for
public record Page(List<Message> messages, boolean more) {}
