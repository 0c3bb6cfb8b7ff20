package dev.parley.contracts.presence;

/// The account's last session has ended. Not written above the announcement limit.
///
/// @param account handle, lower case
public record Went(String account) implements PresenceEvent {}
