/// Tells OpenTelemetry. A leaf: only services that trace have its API, so nothing else of the
/// contracts may name it.
@NullMarked
package dev.parley.contracts.trace.otel;

import org.jspecify.annotations.NullMarked;
