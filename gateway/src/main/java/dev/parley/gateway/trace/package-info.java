/// Traces of the messages that are chosen for it, from the door to the readers' doors; told by
/// [dev.parley.contracts.trace.Spans]. A message that is not chosen costs one comparison.
@NullMarked
package dev.parley.gateway.trace;

import org.jspecify.annotations.NullMarked;
