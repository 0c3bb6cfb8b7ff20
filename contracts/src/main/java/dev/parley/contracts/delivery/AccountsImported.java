package dev.parley.contracts.delivery;

import java.util.List;

/// Answers `ImportAccounts`.
///
/// @param request number of the request
/// @param imported how many accounts were made; 0 if one handle is taken, or nothing was to be done
/// @param taken handles that belong to somebody
public record AccountsImported(long request, int imported, List<String> taken) implements Reply {}
