package dev.parley.contracts.delivery;

import java.util.List;

/// Answers `WhoElse`.
///
/// @param request number of the request
/// @param accounts a row for each session of another account, by handle
public record OnlineAccounts(long request, List<OnlineAccount> accounts) implements Reply {}
