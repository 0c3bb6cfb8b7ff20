package dev.parley.deploy.acceptance.trace;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// A part of a message's way, as a service told it.
///
/// @param service name of the service
/// @param trace id of the trace
/// @param id id of the span
/// @param parent id of what it follows from; empty at the beginning of a trace
/// @param name what happened
/// @param start epoch nanoseconds
/// @param end epoch nanoseconds
/// @param attributes what is known of it
public record Span(
    String service,
    String trace,
    String id,
    String parent,
    String name,
    long start,
    long end,
    Map<String, String> attributes) {

  /// {@return the spans of one export}
  ///
  /// @param request an `ExportTraceServiceRequest` of OTLP
  static List<Span> of(byte[] request) {
    return Fields.of(request).messages(1).stream().flatMap(each -> ofResource(each)).toList();
  }

  private static java.util.stream.Stream<Span> ofResource(Fields resourceSpans) {
    Map<String, String> resource = attributes(resourceSpans.messages(1).getFirst(), 1);
    String service = resource.getOrDefault("service.name", "");
    return resourceSpans.messages(2).stream()
        .flatMap(scope -> scope.messages(2).stream())
        .map(span -> of(service, span));
  }

  private static Span of(String service, Fields span) {
    return new Span(
        service,
        hex(span, 1),
        hex(span, 2),
        hex(span, 4),
        span.text(5),
        span.value(7),
        span.value(8),
        attributes(span, 9));
  }

  private static Map<String, String> attributes(Fields holder, int number) {
    Map<String, String> attributes = new HashMap<>();
    for (Fields each : holder.messages(number)) {
      each.messages(2).forEach(value -> attributes.put(each.text(1), value.text(1)));
    }
    return attributes;
  }

  private static String hex(Fields span, int number) {
    return span.bytes(number).stream().map(HexFormat.of()::formatHex).findFirst().orElse("");
  }
}
