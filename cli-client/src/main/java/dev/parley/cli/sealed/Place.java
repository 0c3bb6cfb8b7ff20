package dev.parley.cli.sealed;

/// Where a sealed text was met: what it says of itself has to agree with that.
///
/// @param conversation as the server spells it, `@one+other`
/// @param sender handle of whom the server names as the author
/// @param kind a message, or an edit
/// @param target seq of the message that is edited or answered; 0 for none
public record Place(String conversation, String sender, Kind kind, long target) {}
