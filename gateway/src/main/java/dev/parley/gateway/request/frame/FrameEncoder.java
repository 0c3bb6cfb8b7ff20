package dev.parley.gateway.request.frame;

import dev.parley.contracts.conversation.Entry;
import dev.parley.gateway.door.EntryEncoder;
import dev.parley.gateway.door.Event;
import dev.parley.gateway.door.Reply;

/// Turns replies, events and entries into JSON objects in UTF-8. Stateless.
public final class FrameEncoder implements EntryEncoder {
  /// The one encoder, so that all frame connections share encoded entries.
  public static final FrameEncoder INSTANCE = new FrameEncoder();

  private static final byte[] NOTHING = {};
  private static final byte[] COMMA = {','};

  /// Room for the brackets around objects that travel together.
  private static final int BRACKETS = 2;

  private FrameEncoder() {}

  /// {@return the object that answers a request}
  ///
  /// @param id what the client calls the request
  /// @param reply the answer
  public byte[] encode(FrameId id, Reply reply) {
    return JsonFields.object(json -> {
      json.writeStringField("type", reply instanceof Reply.Failed ? "error" : "ok");
      json.writeFieldName("id");
      json.writeRawValue(id.json());
      AnswerJson.write(json, reply);
    });
  }

  /// {@return the object of an event, empty if this protocol does not show it}
  ///
  /// @param event what happened
  public byte[] encode(Event event) {
    return switch (event) {
      // The entries above the cursor follow in any case.
      case Event.Offline _ -> NOTHING;
      // The message itself tells of its file.
      case Event.FileOffered _ -> NOTHING;
      case Event.Came(String account) -> presence(account, "online");
      case Event.Went(String account) -> presence(account, "offline");
      case Event.Away(String account, boolean away) -> presence(account, away ? "away" : "online");
      case Event.Typing(String conversation, String account) ->
          event("typing", "conversation", conversation, "user", account);
      case Event.Notice(String code, String text) -> event("notice", "text", text, "code", code);
    };
  }

  @Override
  public byte[] encode(String conversation, Entry entry, String reader) {
    return EntryJson.event(conversation, entry, reader);
  }

  @Override
  public byte[] separator() {
    return COMMA;
  }

  @Override
  public int maxJoined() {
    return FrameJson.MAX_FRAME - BRACKETS;
  }

  private static byte[] presence(String account, String state) {
    return event("presence", "user", account, "state", state);
  }

  private static byte[] event(
      String type, String name, String value, String otherName, String otherValue) {
    return JsonFields.object(json -> {
      json.writeStringField("type", type);
      json.writeStringField(name, value);
      json.writeStringField(otherName, otherValue);
    });
  }
}
