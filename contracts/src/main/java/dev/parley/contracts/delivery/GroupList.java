package dev.parley.contracts.delivery;

import java.util.List;

/// Answers `ListGroups`.
///
/// @param request number of the request
/// @param groups by name
public record GroupList(long request, List<GroupSummary> groups) implements Reply {}
