package dev.parley.gateway.trace;

import dev.parley.contracts.trace.Micros;
import dev.parley.contracts.trace.Spans;
import dev.parley.contracts.trace.TraceContext;
import dev.parley.gateway.exchange.Publishing;
import java.time.InstantSource;

/// A message that is followed, at its sender's gateway: `message` from the door to the
/// acknowledgement, and in it `publish` until the log has it.
public final class MessageTrace {
  private final Spans.Span whole;
  private final Spans spans;
  private final InstantSource clock;

  MessageTrace(Spans.Span whole, Spans spans, InstantSource clock) {
    this.whole = whole;
    this.spans = spans;
    this.clock = clock;
  }

  /// {@return the way to the log, which begins now}
  public Publishing publish() {
    return new Publish(spans.begin("publish", whole.context(), Micros.of(clock)), clock);
  }

  /// Tells that the message is stored.
  ///
  /// @param seq its position
  public void onAcknowledged(long seq) {
    whole.with("parley.seq", Long.toString(seq)).end(Micros.of(clock));
  }

  /// Tells that the message was refused, or that no answer came in time.
  ///
  /// @param why the kind of failure, never a text that a person wrote
  public void onFailed(String why) {
    whole.with("parley.failed", why).end(Micros.of(clock));
  }

  private record Publish(Spans.Span span, InstantSource clock) implements Publishing {
    @Override
    public TraceContext context() {
      return span.context();
    }

    @Override
    public void onPublished() {
      span.end(Micros.of(clock));
    }
  }
}
