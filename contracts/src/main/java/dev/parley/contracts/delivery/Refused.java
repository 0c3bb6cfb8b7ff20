package dev.parley.contracts.delivery;

import dev.parley.contracts.ErrorCode;

/// The request was not done, and nothing was changed by it.
///
/// @param request number of the request
/// @param code why
/// @param message one sentence for people, without anything a user typed that is not a name
/// @param detail seconds left for `locked` and `muted`, milliseconds for `rate_limited`, else 0
public record Refused(long request, ErrorCode code, String message, long detail) implements Reply {}
