/// What travels on `parley.audit` (key: account): who did what, when and from where, never the
/// text.
///
/// Immutable values, free of threads.
@NullMarked
package dev.parley.contracts.audit;

import org.jspecify.annotations.NullMarked;
