package dev.parley.contracts.delivery;

/// Answers `FetchPasswordPolicy`.
///
/// @param request number of the request
/// @param minLength fewest characters of a new password
/// @param memoryKib memory of an Argon2id hash in KiB
/// @param iterations passes over it
/// @param parallelism lanes
public record PasswordPolicy(
    long request, int minLength, int memoryKib, int iterations, int parallelism) implements Reply {}
