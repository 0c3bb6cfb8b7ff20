package dev.parley.contracts.presence;

/// The account has its first session now. Not written above the announcement limit.
///
/// @param account handle, lower case
public record Came(String account) implements PresenceEvent {}
