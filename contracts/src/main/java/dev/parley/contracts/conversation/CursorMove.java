package dev.parley.contracts.conversation;

/// New positions of one member in one conversation; a cursor never moves back.
///
/// @param conversation conversation id
/// @param account handle of the member
/// @param given highest seq that the member has shown to have received; 0 if that did not move
/// @param read highest seq that the member has seen; 0 if that did not move
public record CursorMove(String conversation, String account, long given, long read) {}
