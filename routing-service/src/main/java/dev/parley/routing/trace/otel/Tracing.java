package dev.parley.routing.trace.otel;

import dev.parley.contracts.trace.Spans;
import dev.parley.contracts.trace.otel.OtelSpans;
import io.opentelemetry.api.trace.Tracer;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// Makes what the service's spans are told to.
final class Tracing {

  Tracing() {}

  @Produces
  @Singleton
  Spans spans(Tracer tracer) {
    return new OtelSpans(tracer);
  }
}
