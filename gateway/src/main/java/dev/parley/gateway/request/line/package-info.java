/// The line protocol: a line becomes a request, replies, events and entries become lines.
///
/// Pure functions without state, free of threads.
@NullMarked
package dev.parley.gateway.request.line;

import org.jspecify.annotations.NullMarked;
