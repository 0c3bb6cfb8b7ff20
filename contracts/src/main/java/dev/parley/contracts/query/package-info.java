/// What travels on `parley.queries` (key: session): reads that must not queue behind writes.
///
/// Immutable values, free of threads.
@NullMarked
package dev.parley.contracts.query;

import org.jspecify.annotations.NullMarked;
