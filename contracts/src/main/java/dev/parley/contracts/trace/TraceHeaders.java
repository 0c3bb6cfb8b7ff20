package dev.parley.contracts.trace;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/// The one place where trace contexts are written to and read from the headers of records. A record
/// that nobody follows has no header; one that cannot be read is passed over.
///
/// A request has `traceparent`. A record for a gateway may hold many entries, so it has a
/// `parley-trace` for each that is followed: `TRACEPARENT SEQ CONVERSATION`.
public final class TraceHeaders {
  private static final String REQUEST = "traceparent";
  private static final String ENTRY = "parley-trace";
  private static final Pattern ENTRY_VALUE = Pattern.compile("(\\S+) ([0-9]{1,18}) (\\S+)");

  private TraceHeaders() {}

  /// Notes where a request comes from.
  ///
  /// @param headers headers of its record
  /// @param context where in which trace
  public static void write(Headers headers, TraceContext context) {
    headers.add(REQUEST, bytes(context.header()));
  }

  /// {@return where a request comes from, or `null` if nobody follows it}
  ///
  /// @param headers headers of its record
  public static @Nullable TraceContext request(Headers headers) {
    Header header = headers.lastHeader(REQUEST);
    return header == null ? null : TraceContext.parse(text(header));
  }

  /// Notes which entries of a record for a gateway are followed.
  ///
  /// @param headers headers of the record
  /// @param entries at most as many as the record has
  public static void write(Headers headers, List<TracedEntry> entries) {
    for (TracedEntry entry : entries) {
      String value = entry.context().header() + " " + entry.seq() + " " + entry.conversation();
      headers.add(ENTRY, bytes(value));
    }
  }

  /// {@return the entries of a record for a gateway that are followed; mostly none}
  ///
  /// @param headers headers of the record
  public static List<TracedEntry> entries(Headers headers) {
    if (headers.lastHeader(ENTRY) == null) {
      return List.of();
    }
    List<TracedEntry> entries = new ArrayList<>();
    for (Header header : headers.headers(ENTRY)) {
      Matcher value = ENTRY_VALUE.matcher(text(header));
      TraceContext context = value.matches() ? TraceContext.parse(value.group(1)) : null;
      if (context != null) {
        entries.add(new TracedEntry(context, value.group(3), Long.parseLong(value.group(2))));
      }
    }
    return entries;
  }

  private static byte[] bytes(String value) {
    return value.getBytes(StandardCharsets.US_ASCII);
  }

  private static String text(Header header) {
    byte[] value = header.value();
    return value == null ? "" : new String(value, StandardCharsets.US_ASCII);
  }
}
