package dev.parley.presence.audit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import dev.parley.contracts.audit.AuditEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes events as JSON, a line each; what is not known of an event is left out.
///
/// `{"at":"2026-11-20T13:24:52.007Z","service":"auth-service","action":"login_failed",
/// "account":"alice","door":"ssh","address":"192.0.2.7","cause":"parley.auth/3/1234/0"}`
final class AuditLines {

  private static final JsonFactory JSON = new JsonFactory();
  private static final DateTimeFormatter TO_THE_MILLISECOND =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

  private AuditLines() {}

  static byte[] of(List<AuditedEvent> events) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256 * events.size());
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.setPrettyPrinter(new MinimalPrettyPrinter(""));
      for (AuditedEvent event : events) {
        write(json, event);
        json.writeRaw('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException("an array cannot be written to", e);
    }
    return bytes.toByteArray();
  }

  private static void write(JsonGenerator json, AuditedEvent audited) throws IOException {
    AuditEvent event = audited.event();
    json.writeStartObject();
    json.writeStringField("at", TO_THE_MILLISECOND.format(Instant.ofEpochMilli(event.at())));
    json.writeStringField("service", audited.service());
    json.writeStringField("action", audited.actionName());
    json.writeStringField("account", event.account());
    writeIfKnown(json, "conversation", event.conversation());
    writeIfKnown(json, "subject", event.subject());
    writeIfKnown(json, "seq", event.seq());
    writeIfKnown(json, "size", event.size());
    writeIfKnown(json, "door", event.door());
    writeIfKnown(json, "address", event.address());
    json.writeStringField(
        "cause",
        audited.topic() + '/' + audited.partition() + '/' + event.offset() + '/' + event.item());
    json.writeEndObject();
  }

  private static void writeIfKnown(JsonGenerator json, String field, @Nullable String value)
      throws IOException {
    if (value != null) {
      json.writeStringField(field, value);
    }
  }

  private static void writeIfKnown(JsonGenerator json, String field, @Nullable Number value)
      throws IOException {
    if (value != null) {
      json.writeNumberField(field, value.longValue());
    }
  }
}
