package dev.parley.contracts.trace;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Keeps the spans that were ended, in that order. A context is named after its span.
public final class RecordingSpans implements Spans {
  /// A span that was ended.
  ///
  /// @param name what happened
  /// @param parent what it followed from, or `null`
  /// @param context what the next one follows from
  /// @param start epoch microseconds
  /// @param end epoch microseconds
  /// @param attributes what is known of it
  public record Ended(
      String name,
      @Nullable TraceContext parent,
      TraceContext context,
      long start,
      long end,
      Map<String, String> attributes) {}

  private final List<Ended> ended = new CopyOnWriteArrayList<>();
  private final AtomicInteger numbers = new AtomicInteger();

  /// Makes one that has heard nothing yet.
  public RecordingSpans() {}

  @Override
  public Span begin(String name, @Nullable TraceContext parent, long start) {
    String trace = parent == null ? "%032x".formatted(numbers.incrementAndGet()) : parent.traceId();
    TraceContext context = new TraceContext(trace, "%016x".formatted(numbers.incrementAndGet()));
    Map<String, String> attributes = new ConcurrentHashMap<>();
    return new Span() {
      @Override
      public TraceContext context() {
        return context;
      }

      @Override
      public Span with(String key, String value) {
        attributes.put(key, value);
        return this;
      }

      @Override
      public void end(long end) {
        ended.add(new Ended(name, parent, context, start, end, Map.copyOf(attributes)));
      }
    };
  }

  /// {@return the spans that were ended}
  public List<Ended> ended() {
    return List.copyOf(ended);
  }

  /// {@return the names of the spans that were ended, in that order}
  public List<String> names() {
    return ended.stream().map(Ended::name).toList();
  }
}
