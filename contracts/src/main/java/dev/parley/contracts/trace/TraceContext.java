package dev.parley.contracts.trace;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where in which trace something happened. Only what is sampled has one.
///
/// @param traceId 32 hexadecimal digits, lower case
/// @param spanId 16 hexadecimal digits, lower case
public record TraceContext(String traceId, String spanId) {
  // Version 00, sampled; later versions may append to it (W3C Trace Context, section 3.2.4).
  private static final Pattern PARENT =
      Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f][13579bdf](?:-.*)?");

  /// {@return the context that a `traceparent` carries, or `null` if it carries none that is
  /// sampled}
  ///
  /// @param header value of the header
  public static @Nullable TraceContext parse(String header) {
    Matcher parent = PARENT.matcher(header);
    return parent.matches() ? new TraceContext(parent.group(1), parent.group(2)) : null;
  }

  /// {@return the value of a `traceparent` header}
  public String header() {
    return "00-" + traceId + "-" + spanId + "-01";
  }
}
