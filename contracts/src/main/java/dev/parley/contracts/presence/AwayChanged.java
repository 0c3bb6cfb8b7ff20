package dev.parley.contracts.presence;

/// An account that is online is away in all its sessions, or is not. Not written above the
/// announcement limit.
///
/// @param account handle, lower case
/// @param away whether it is away
public record AwayChanged(String account, boolean away) implements PresenceEvent {}
