package dev.parley.contracts.delivery;

import java.util.List;

/// Answers `ListKeys`.
///
/// @param request number of the request
/// @param keys the ssh keys of the account, oldest first
public record KeyList(long request, List<SshKey> keys) implements Reply {}
