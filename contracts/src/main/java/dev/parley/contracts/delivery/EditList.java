package dev.parley.contracts.delivery;

import java.util.List;

/// Answers `FetchEdits`.
///
/// @param request number of the request
/// @param edits every version of the message, oldest first
public record EditList(long request, List<Edit> edits) implements Reply {}
