package dev.parley.routing.trace;

import dev.parley.contracts.conversation.Post;
import dev.parley.contracts.trace.Micros;
import dev.parley.contracts.trace.Spans;
import dev.parley.contracts.trace.TraceContext;
import dev.parley.routing.conversation.LogRecord;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// Finds the messages of a batch that are followed.
@Singleton
public final class BatchTraces {
  private final Spans spans;
  private final InstantSource clock;

  /// Tells of batches.
  ///
  /// @param spans whom
  /// @param clock what time it is
  public BatchTraces(Spans spans, InstantSource clock) {
    this.spans = spans;
    this.clock = clock;
  }

  /// Begins with a batch that was polled now.
  ///
  /// @param batch its records
  /// @return what is told of it; nothing if none of its messages is followed
  public BatchTrace of(List<LogRecord> batch) {
    List<BatchTrace.Followed> followed = List.of();
    for (LogRecord each : batch) {
      TraceContext parent = each.trace();
      if (parent != null && each.record() instanceof Post post) {
        if (followed.isEmpty()) {
          followed = new ArrayList<>();
        }
        Spans.Span store = spans.begin("store", parent, Micros.of(clock));
        followed.add(new BatchTrace.Followed(post, store));
      }
    }
    return new BatchTrace(followed, spans, clock);
  }
}
