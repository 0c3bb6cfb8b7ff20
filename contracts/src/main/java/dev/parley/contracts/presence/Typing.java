package dev.parley.contracts.presence;

/// An account is writing a message. Written by gateways, kept by nobody: it is worth nothing a few
/// seconds later.
///
/// @param conversation conversation id, which the account is a member of
/// @param account handle, lower case
public record Typing(String conversation, String account) implements PresenceEvent {}
