package dev.parley.contracts.trace;

import org.jspecify.annotations.Nullable;

/// Tells what happened to a message, for whoever follows it. Safe for use by many threads; must not
/// wait.
@FunctionalInterface
public interface Spans {
  /// Begins a part of a message's way.
  ///
  /// @param name what happens, such as `store`
  /// @param parent what it follows from, or `null` for the beginning of a trace
  /// @param start when it began, epoch microseconds
  /// @return the part, to be ended
  Span begin(String name, @Nullable TraceContext parent, long start);

  /// A part of a message's way that goes on.
  interface Span {
    /// {@return what the next part follows from}
    TraceContext context();

    /// Adds what is known of it.
    ///
    /// @param key such as `parley.seq`
    /// @param value never a text that a person wrote
    /// @return this
    Span with(String key, String value);

    /// Ends it.
    ///
    /// @param end when it ended, epoch microseconds
    void end(long end);
  }
}
