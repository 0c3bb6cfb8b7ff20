package dev.parley.gateway.request.frame;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import dev.parley.gateway.request.WireTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes the fields of one JSON object.
@FunctionalInterface
interface JsonFields {
  /// Writes them.
  ///
  /// @param json stands inside the object
  void write(JsonGenerator json) throws IOException;

  /// {@return an object in UTF-8}
  ///
  /// @param fields its fields
  static byte[] object(JsonFields fields) {
    try (ByteArrayBuilder bytes = new ByteArrayBuilder();
        JsonGenerator json = FrameJson.FACTORY.createGenerator(bytes)) {
      json.writeStartObject();
      fields.write(json);
      json.writeEndObject();
      json.flush();
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("a frame cannot be written", e);
    }
  }

  /// Writes a field that is a list of objects.
  ///
  /// @param <T> what each object shows
  static <T> void rows(JsonGenerator json, String name, List<T> rows, Row<T> row)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (T each : rows) {
      json.writeStartObject();
      row.write(json, each);
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /// Writes the fields of one object of a list.
  ///
  /// @param <T> what it shows
  @FunctionalInterface
  interface Row<T> {
    /// Writes them.
    ///
    /// @param json stands inside the object
    /// @param row what the object shows
    void write(JsonGenerator json, T row) throws IOException;
  }

  /// Writes a field that is a list of texts.
  static void texts(JsonGenerator json, String name, List<String> texts) throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  /// Writes a field that is a number, if there is one.
  static void number(JsonGenerator json, String name, @Nullable Long number) throws IOException {
    if (number != null) {
      json.writeNumberField(name, number);
    }
  }

  /// Writes a field that is a time.
  static void time(JsonGenerator json, String name, long epochMillis) throws IOException {
    json.writeStringField(name, WireTime.format(epochMillis));
  }
}
