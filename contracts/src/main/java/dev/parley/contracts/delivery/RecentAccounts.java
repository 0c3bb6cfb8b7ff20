package dev.parley.contracts.delivery;

import java.util.List;

/// Answers `WhoLastHour`.
///
/// @param request number of the request
/// @param accounts a row for each account, the asker's own included, by handle
public record RecentAccounts(long request, List<RecentAccount> accounts) implements Reply {}
