package dev.parley.contracts.delivery;

import java.util.List;

/// Answers `ListMembers`.
///
/// @param request number of the request
/// @param accounts handles, sorted
public record MemberList(long request, List<String> accounts) implements Reply {}
