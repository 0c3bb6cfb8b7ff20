package dev.parley.contracts.delivery;

/// Answers `Ping`.
///
/// @param request number of the request
/// @param online whether the account has a session
public record PingAnswered(long request, boolean online) implements Reply {}
