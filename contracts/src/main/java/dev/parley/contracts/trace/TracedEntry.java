package dev.parley.contracts.trace;

/// An entry on its way to a gateway that is followed by a trace.
///
/// @param context where in which trace
/// @param conversation conversation id
/// @param seq its position
public record TracedEntry(TraceContext context, String conversation, long seq) {}
