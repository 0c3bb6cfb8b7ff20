package dev.parley.contracts.delivery;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Answers `FetchAudit`.
///
/// @param request number of the request
/// @param events latest first
/// @param next what to ask for the next page with, or `null` if there is none
public record AuditPage(long request, List<AuditRow> events, @Nullable String next)
    implements Reply {}
