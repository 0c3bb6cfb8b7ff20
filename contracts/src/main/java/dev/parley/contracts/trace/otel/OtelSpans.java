package dev.parley.contracts.trace.otel;

import dev.parley.contracts.trace.Spans;
import dev.parley.contracts.trace.TraceContext;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Spans of OpenTelemetry. While it is switched off they are told to nobody, and pass on the
/// context that they were given. Safe for use by many threads; a span waits for nobody.
public final class OtelSpans implements Spans {
  private final Tracer tracer;

  /// Tells OpenTelemetry.
  ///
  /// @param tracer whom
  public OtelSpans(Tracer tracer) {
    this.tracer = tracer;
  }

  @Override
  public Span begin(String name, @Nullable TraceContext parent, long start) {
    return new Begun(
        tracer
            .spanBuilder(name)
            .setParent(parent == null ? Context.root() : context(parent))
            .setSpanKind(parent == null ? SpanKind.SERVER : SpanKind.INTERNAL)
            .setStartTimestamp(start, TimeUnit.MICROSECONDS)
            .startSpan());
  }

  private static Context context(TraceContext parent) {
    SpanContext remote =
        SpanContext.createFromRemoteParent(
            parent.traceId(), parent.spanId(), TraceFlags.getSampled(), TraceState.getDefault());
    return Context.root().with(io.opentelemetry.api.trace.Span.wrap(remote));
  }

  private record Begun(io.opentelemetry.api.trace.Span span) implements Span {
    @Override
    public TraceContext context() {
      SpanContext context = span.getSpanContext();
      return new TraceContext(context.getTraceId(), context.getSpanId());
    }

    @Override
    public Span with(String key, String value) {
      span.setAttribute(key, value);
      return this;
    }

    @Override
    public void end(long end) {
      span.end(end, TimeUnit.MICROSECONDS);
    }
  }
}
