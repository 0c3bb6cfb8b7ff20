package dev.parley.contracts.delivery;

/// Answers `CheckBlock`.
///
/// @param request number of the request
/// @param blocked whether the asker is blocked
public record BlockChecked(long request, boolean blocked) implements Reply {}
