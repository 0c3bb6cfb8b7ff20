package dev.parley.contracts.delivery;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Answers `ListAccounts`.
///
/// @param request number of the request
/// @param accounts by handle
/// @param next what to ask for the next page with, or `null` if there is none
public record AccountList(long request, List<AccountSummary> accounts, @Nullable String next)
    implements Reply {}
