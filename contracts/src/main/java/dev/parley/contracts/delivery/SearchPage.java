package dev.parley.contracts.delivery;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Answers `Search`.
///
/// @param request number of the request
/// @param results newest first
/// @param next what to ask for the next page with, or `null` if there is none
public record SearchPage(long request, List<SearchResult> results, @Nullable String next)
    implements Reply {}
