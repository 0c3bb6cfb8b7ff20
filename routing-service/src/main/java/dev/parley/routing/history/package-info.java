/// Reads that must not queue behind writes: history, lists, backlog.
///
/// In: `parley.queries`. Out: one answer for each query on its gateway's topic, from one consistent
/// committed state. Each query runs on a virtual thread of its own, a limited number at one time.
@NullMarked
package dev.parley.routing.history;

import org.jspecify.annotations.NullMarked;
