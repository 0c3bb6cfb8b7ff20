package dev.parley.contracts.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Turns the records of one topic into bytes and back: `{"v":1,"kind":"Post","body":{...}}`.
///
/// A record's kind is the simple name of its class. Safe for use by many threads.
///
/// @param <T> sealed type of the topic's records
public final class RecordCodec<T> {
  /// The version that is written; records of other versions are unreadable.
  public static final int VERSION = 1;

  private static final JsonMapper MAPPER = StrictJson.mapper();

  private static final SerializedString VERSION_FIELD = new SerializedString("v");
  private static final SerializedString KIND_FIELD = new SerializedString("kind");
  private static final SerializedString BODY_FIELD = new SerializedString("body");

  private final Map<Class<?>, Kind> byType = new HashMap<>();
  private final Map<String, Kind> byName = new HashMap<>();
  private final Class<T> type;

  private record Kind(SerializedString name, ObjectWriter writer, ObjectReader reader) {}

  /// Learns the kinds from the sealed type's permitted records.
  ///
  /// @param type sealed interface of the topic's records
  public RecordCodec(Class<T> type) {
    this.type = type;
    learn(type);
  }

  private void learn(Class<?> permitted) {
    if (permitted.isSealed()) {
      for (Class<?> next : permitted.getPermittedSubclasses()) {
        learn(next);
      }
      return;
    }
    SerializedString name = new SerializedString(permitted.getSimpleName());
    Kind kind = new Kind(name, MAPPER.writerFor(permitted), MAPPER.readerFor(permitted));
    byType.put(permitted, kind);
    byName.put(name.getValue(), kind);
  }

  /// {@return the record's bytes}
  ///
  /// @param record a record of the topic
  public byte[] encode(T record) {
    Kind kind = byType.get(record.getClass());
    if (kind == null) {
      throw new IllegalArgumentException(record.getClass() + " is no record of " + type);
    }
    try (ByteArrayBuilder bytes = new ByteArrayBuilder();
        JsonGenerator json = MAPPER.getFactory().createGenerator(bytes)) {
      json.writeStartObject();
      json.writeFieldName(VERSION_FIELD);
      json.writeNumber(VERSION);
      json.writeFieldName(KIND_FIELD);
      json.writeString(kind.name);
      json.writeFieldName(BODY_FIELD);
      kind.writer.writeValue(json, record);
      json.writeEndObject();
      json.flush();
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("a record of " + type + " cannot be written", e);
    }
  }

  /// {@return what the bytes are; never throws for any bytes}
  ///
  /// @param bytes value of a Kafka record, `null` for a tombstone
  public Decoded<T> decode(byte @Nullable [] bytes) {
    if (bytes == null) {
      return new Decoded.Unreadable<>("no value");
    }
    try (JsonParser json = MAPPER.getFactory().createParser(bytes)) {
      return read(json);
    } catch (JsonProcessingException e) {
      return new Decoded.Unreadable<>(reason(e));
    } catch (IOException | RuntimeException e) {
      return new Decoded.Unreadable<>(e.getClass().getSimpleName());
    }
  }

  private Decoded<T> read(JsonParser json) throws IOException {
    if (json.nextToken() != JsonToken.START_OBJECT || !json.nextFieldName(VERSION_FIELD)) {
      return new Decoded.Unreadable<>("no version field");
    }
    int version = json.nextIntValue(-1);
    if (version != VERSION) {
      return new Decoded.Unreadable<>("version must be 1, got " + version);
    }
    if (!json.nextFieldName(KIND_FIELD)) {
      return new Decoded.Unreadable<>("no kind field");
    }
    String name = json.nextTextValue();
    if (name == null) {
      return new Decoded.Unreadable<>("no kind");
    }
    Kind kind = byName.get(name);
    if (kind == null) {
      return new Decoded.UnknownKind<>(name);
    }
    return readBody(json, kind);
  }

  private Decoded<T> readBody(JsonParser json, Kind kind) throws IOException {
    if (!json.nextFieldName(BODY_FIELD) || json.nextToken() != JsonToken.START_OBJECT) {
      return new Decoded.Unreadable<>("no body");
    }
    T record = type.cast(kind.reader.readValue(json));
    skipLaterFields(json);
    return json.nextToken() == null
        ? new Decoded.Known<>(record)
        : new Decoded.Unreadable<>("something behind the record");
  }

  /// Goes to the end of the envelope: a record that was cut off there is no record.
  private static void skipLaterFields(JsonParser json) throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      json.nextToken();
      json.skipChildren();
    }
  }

  /// Jackson's own message may quote the source; only what went wrong and where is kept.
  private static String reason(JsonProcessingException e) {
    var where = e.getLocation();
    String position = where == null ? "" : " at byte " + where.getByteOffset();
    return e.getClass().getSimpleName() + position;
  }
}
