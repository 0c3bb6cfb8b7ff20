/// Who keeps whom from writing.
///
/// In: `Block` and `Unblock`, in the order of the direct conversation of the two, which need not
/// exist. Out: later posts of that conversation are refused; an entry in the blocker's inbox tells
/// its gateways. On the thread of the batches.
@NullMarked
package dev.parley.routing.block;

import org.jspecify.annotations.NullMarked;
