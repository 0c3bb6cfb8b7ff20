/// Traces that follow one message through the services: the context that travels in record headers,
/// and what the services say of their part of the way. No part of a record's content.
///
/// Source of the header: W3C Trace Context, `traceparent`.
@NullMarked
package dev.parley.contracts.trace;

import org.jspecify.annotations.NullMarked;
