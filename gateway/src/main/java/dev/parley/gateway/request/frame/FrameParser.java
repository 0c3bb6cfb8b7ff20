package dev.parley.gateway.request.frame;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.parley.contracts.ErrorCode;
import dev.parley.gateway.door.Reply;
import dev.parley.gateway.request.Request;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Turns the text of a frame into a request.
///
/// Never throws: a text that is no request becomes a [Request.Malformed], answered in its turn.
/// Fields that no request has are ignored, whatever they hold.
public final class FrameParser {
  private FrameParser() {}

  /// {@return the request that a frame makes}
  ///
  /// @param text the text of the frame
  public static Frame parse(String text) {
    if (text.length() > FrameJson.MAX_FRAME) {
      return new Frame(FrameId.NONE, malformed(ErrorCode.TOO_LONG, "a frame has at most 64 KiB"));
    }
    Map<String, Object> values = new HashMap<>();
    try (JsonParser json = FrameJson.FACTORY.createParser(text)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return new Frame(FrameId.NONE, malformed("a frame holds one JSON object"));
      }
      readFields(json, values);
      return json.nextToken() == null
          ? frame(values)
          : new Frame(id(values), malformed("a frame holds one JSON object"));
    } catch (IOException e) {
      return new Frame(id(values), malformed("the frame is no JSON"));
    }
  }

  private static Frame frame(Map<String, Object> values) {
    FrameId id = id(values);
    if (values.get("id") != null && id.equals(FrameId.NONE)) {
      return new Frame(id, malformed("id must be a text of at most 64 characters, or a number"));
    }
    if (!(values.get("type") instanceof String type)) {
      return new Frame(id, malformed("type must be a text"));
    }
    FrameRequest kind = FrameRequest.of(type);
    if (kind == null) {
      return new Frame(id, malformed("no such request"));
    }
    Fields fields = new Fields(values);
    Request request = kind.read(fields);
    String problem = fields.problem();
    return new Frame(id, problem == null ? request : malformed(type + ": " + problem));
  }

  private static FrameId id(Map<String, Object> values) {
    return values.get("id") instanceof FrameId id ? id : FrameId.NONE;
  }

  private static void readFields(JsonParser json, Map<String, Object> values) throws IOException {
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      if (name.equals("id")) {
        values.put(name, readId(json));
      } else if (json.currentToken() != JsonToken.VALUE_NULL) {
        values.put(name, readValue(json));
      }
    }
  }

  private static Object readId(JsonParser json) throws IOException {
    return switch (json.currentToken()) {
      case VALUE_STRING -> FrameId.ofText(json.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> FrameId.ofNumber(json.getText());
      default -> other(json);
    };
  }

  private static Object readValue(JsonParser json) throws IOException {
    return switch (json.currentToken()) {
      case VALUE_STRING -> json.getText();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NUMBER_INT -> readNumber(json);
      case START_ARRAY -> readList(json);
      case START_OBJECT -> readMap(json);
      default -> other(json);
    };
  }

  private static Object readNumber(JsonParser json) throws IOException {
    return switch (json.getNumberType()) {
      case INT, LONG -> json.getLongValue();
      default -> Fields.OTHER;
    };
  }

  private static List<Object> readList(JsonParser json) throws IOException {
    List<Object> list = new ArrayList<>();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      list.add(json.currentToken() == JsonToken.VALUE_STRING ? json.getText() : other(json));
    }
    return list;
  }

  private static Map<String, Object> readMap(JsonParser json) throws IOException {
    Map<String, Object> map = new HashMap<>();
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      json.nextToken();
      boolean number = json.currentToken() == JsonToken.VALUE_NUMBER_INT;
      map.put(name, number ? readNumber(json) : other(json));
    }
    return map;
  }

  private static Object other(JsonParser json) throws IOException {
    json.skipChildren();
    return Fields.OTHER;
  }

  private static Request malformed(String why) {
    return malformed(ErrorCode.BAD_COMMAND, why);
  }

  private static Request malformed(ErrorCode code, String why) {
    return new Request.Malformed(new Reply.Failed(code, why));
  }
}
