/// Tells OpenTelemetry.
@NullMarked
package dev.parley.routing.trace.otel;

import org.jspecify.annotations.NullMarked;
