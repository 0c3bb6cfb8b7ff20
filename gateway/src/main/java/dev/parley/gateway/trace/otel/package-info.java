/// Tells OpenTelemetry.
@NullMarked
package dev.parley.gateway.trace.otel;

import org.jspecify.annotations.NullMarked;
