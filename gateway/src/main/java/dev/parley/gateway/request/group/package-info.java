/// The verbs about groups: create, join, add, remove, leave, list.
///
/// In: requests on the event loop. Out: replies on the event loop.
@NullMarked
package dev.parley.gateway.request.group;

import org.jspecify.annotations.NullMarked;
