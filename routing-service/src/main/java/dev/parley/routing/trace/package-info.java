/// What this service tells of the messages that are followed by a trace: when they were stored, and
/// when their gateways had them. A batch without such a message costs a look at each record.
@NullMarked
package dev.parley.routing.trace;

import org.jspecify.annotations.NullMarked;
