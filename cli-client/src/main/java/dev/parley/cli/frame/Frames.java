package dev.parley.cli.frame;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the frames of the server.
public final class Frames {

  /// Reads and writes JSON; for any thread.
  public static final ObjectMapper JSON = new ObjectMapper();

  private Frames() {}

  /// {@return the objects of a frame, in order; none where it is not JSON}
  ///
  /// @param text one object or an array of them
  public static List<JsonNode> split(String text) {
    try {
      JsonNode read = JSON.readTree(text);
      List<JsonNode> frames = new ArrayList<>();
      (read.isArray() ? read : List.of(read)).forEach(each -> frames.add(each));
      frames.removeIf(each -> !each.isObject());
      return frames;
    } catch (JsonProcessingException _) {
      return List.of();
    }
  }

  /// {@return what an object that is no answer tells; nothing where its type is not known here}
  ///
  /// @param frame an object
  public static Optional<Event> event(JsonNode frame) {
    String conversation = text(frame, "conversation");
    return switch (text(frame, "type")) {
      case "added" -> Optional.of(new Event.Membership(conversation, text(frame, "by"), true));
      case "removed" -> Optional.of(new Event.Membership(conversation, text(frame, "by"), false));
      case "presence" -> Optional.of(new Event.Presence(text(frame, "user"), text(frame, "state")));
      case "typing" -> Optional.of(new Event.Typing(conversation, text(frame, "user")));
      case "notice" -> Optional.of(new Event.Notice(text(frame, "text")));
      case "keyChanged" -> Optional.of(new Event.KeyChanged(text(frame, "user")));
      case "deviceAdded" -> Optional.of(deviceAdded(frame));
      case "opened" ->
          Optional.of(
              new Event.Opened(
                  conversation,
                  frame.path("target").asLong(),
                  text(frame, "text"),
                  FileRef.of(frame)));
      default -> entry(frame, conversation);
    };
  }

  private static Optional<Event> entry(JsonNode frame, String conversation) {
    long seq = frame.path("seq").asLong();
    String at = text(frame, "at");
    String from = text(frame, "from");
    long target = frame.path("target").asLong();
    boolean removed = frame.path("removed").asBoolean();
    Entry entry =
        switch (text(frame, "type")) {
          case "message" -> message(frame, conversation);
          case "edit" ->
              new Entry.Edit(conversation, seq, at, from, target, shown(frame), sealed(frame));
          case "delete" -> new Entry.Delete(conversation, seq, at, from, target);
          case "react" ->
              new Entry.React(
                  conversation, seq, at, from, target, text(frame, "reaction"), removed);
          case "pin" -> new Entry.Pin(conversation, seq, at, from, target, removed);
          case "encryption" ->
              new Entry.Encryption(
                  conversation, seq, at, from, frame.path("encrypted").asBoolean());
          case "member" ->
              new Entry.Member(
                  conversation,
                  seq,
                  at,
                  text(frame, "by"),
                  text(frame, "user"),
                  text(frame, "change"));
          case "mute" ->
              new Entry.Mute(
                  conversation,
                  seq,
                  at,
                  text(frame, "by"),
                  text(frame, "user"),
                  removed,
                  text(frame, "until"));
          default -> null;
        };
    return Optional.ofNullable(entry);
  }

  private static Entry message(JsonNode frame, String conversation) {
    JsonNode clientId = frame.path("clientId");
    return new Entry.Message(
        conversation,
        frame.path("seq").asLong(),
        text(frame, "at"),
        text(frame, "from"),
        shown(frame),
        number(frame, "replyTo"),
        clientId.isTextual() ? clientId.asText() : null,
        FileRef.of(frame),
        sealed(frame));
  }

  private static Event deviceAdded(JsonNode frame) {
    List<String> names = new ArrayList<>();
    frame.path("names").forEach(each -> names.add(each.asText()));
    return new Event.DeviceAdded(text(frame, "user"), String.join(", ", names));
  }

  /// {@return what people read of a text: words for the reason where it could not be opened}
  ///
  /// @param frame a message, an edit or a version of one
  public static String shown(JsonNode frame) {
    String sealed = sealed(frame);
    return sealed == null || sealed.equals(Unopened.OPEN)
        ? text(frame, "text")
        : Unopened.text(sealed);
  }

  /// {@return `open`, the reason why a text was not opened, or `null` where it was not sealed}
  ///
  /// @param frame a message, an edit or a version of one
  public static @Nullable String sealed(JsonNode frame) {
    String sealed = text(frame, "sealed");
    return sealed.isEmpty() ? null : sealed;
  }

  /// {@return a text field; empty where there is none}
  ///
  /// @param frame an object
  /// @param field its field
  public static String text(JsonNode frame, String field) {
    return frame.path(field).asText("");
  }

  /// {@return a number field, or `null` where there is none}
  ///
  /// @param frame an object
  /// @param field its field
  public static @Nullable Long number(JsonNode frame, String field) {
    JsonNode value = frame.path(field);
    return value.isNumber() ? value.asLong() : null;
  }
}
