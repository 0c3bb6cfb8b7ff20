package dev.parley.gateway.request.frame;

import dev.parley.gateway.request.Request;

/// A request as it came, and what its client calls it.
///
/// @param id the id of the request
/// @param request what is asked
public record Frame(FrameId id, Request request) {}
