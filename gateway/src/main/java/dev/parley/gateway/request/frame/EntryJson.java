package dev.parley.gateway.request.frame;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.parley.contracts.conversation.Attachment;
import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.conversation.EntryKind;
import dev.parley.contracts.delivery.MessageState;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The fields of entries: as events of a conversation, and as messages in a page.
final class EntryJson {
  private static final byte[] NOTHING = {};

  private EntryJson() {}

  /// {@return the event of an entry, empty if there is none}
  static byte[] event(String conversation, Entry entry, String reader) {
    return switch (entry.kind()) {
      case MESSAGE -> event("message", conversation, entry, json -> message(json, entry, reader));
      case EDITED -> change("edit", conversation, entry, json -> text(json, entry));
      case DELETED -> change("delete", conversation, entry, _ -> {});
      case REACTED, UNREACTED -> change("react", conversation, entry, json -> react(json, entry));
      case PINNED, UNPINNED -> change("pin", conversation, entry, json -> pin(json, entry));
      case ENCRYPTED, UNENCRYPTED ->
          event("encryption", conversation, entry, json -> encryption(json, entry));
      case ADDED, JOINED, REMOVED, LEFT ->
          event("member", conversation, entry, json -> member(json, entry));
      case MUTED, UNMUTED -> event("mute", conversation, entry, json -> mute(json, entry));
      case ADDED_TO -> membership("added", entry);
      case REMOVED_FROM -> membership("removed", entry);
      case BLOCKED, UNBLOCKED -> NOTHING;
    };
  }

  /// Writes a message as it is now.
  static void page(JsonGenerator json, Entry message, @Nullable MessageState state)
      throws IOException {
    json.writeNumberField("seq", message.seq());
    JsonFields.time(json, "at", message.at());
    json.writeStringField("from", message.author());
    text(json, message);
    JsonFields.number(json, "replyTo", message.target());
    attachment(json, message.attachment());
    if (state != null) {
      state(json, state);
    }
  }

  private static void state(JsonGenerator json, MessageState state) throws IOException {
    Long editedAt = state.editedAt();
    if (editedAt != null) {
      JsonFields.time(json, "edited", editedAt);
    }
    if (state.deleted()) {
      json.writeBooleanField("deleted", true);
    }
    if (!state.reactions().isEmpty()) {
      json.writeObjectFieldStart("reactions");
      for (Map.Entry<String, List<String>> each : state.reactions().entrySet()) {
        JsonFields.texts(json, each.getKey(), each.getValue());
      }
      json.writeEndObject();
    }
    if (state.pinned()) {
      json.writeBooleanField("pinned", true);
    }
    json.writeNumberField("changed", state.changed());
  }

  private static void message(JsonGenerator json, Entry entry, String reader) throws IOException {
    json.writeStringField("from", entry.author());
    text(json, entry);
    JsonFields.number(json, "replyTo", entry.target());
    attachment(json, entry.attachment());
    if (entry.author().equals(reader)) {
      json.writeStringField("clientId", entry.clientMessageId());
    }
  }

  private static void react(JsonGenerator json, Entry entry) throws IOException {
    json.writeStringField("reaction", orEmpty(entry.text()));
    json.writeBooleanField("removed", entry.kind() == EntryKind.UNREACTED);
  }

  private static void pin(JsonGenerator json, Entry entry) throws IOException {
    json.writeBooleanField("removed", entry.kind() == EntryKind.UNPINNED);
  }

  private static void encryption(JsonGenerator json, Entry entry) throws IOException {
    json.writeStringField("from", entry.author());
    json.writeBooleanField("encrypted", entry.kind() == EntryKind.ENCRYPTED);
  }

  private static void member(JsonGenerator json, Entry entry) throws IOException {
    json.writeStringField("user", orEmpty(entry.subject()));
    json.writeStringField("change", entry.kind().name().toLowerCase(Locale.ROOT));
    json.writeStringField("by", entry.author());
  }

  private static void mute(JsonGenerator json, Entry entry) throws IOException {
    json.writeStringField("user", orEmpty(entry.subject()));
    json.writeStringField("by", entry.author());
    json.writeBooleanField("removed", entry.kind() == EntryKind.UNMUTED);
    Long until = entry.mutedUntil();
    if (until != null) {
      JsonFields.time(json, "until", until);
    }
  }

  private static byte[] membership(String type, Entry entry) {
    String conversation = entry.subject();
    return conversation == null
        ? NOTHING
        : JsonFields.object(json -> {
          json.writeStringField("type", type);
          json.writeStringField("conversation", conversation);
          json.writeStringField("by", entry.author());
        });
  }

  private static byte[] change(String type, String conversation, Entry entry, JsonFields own) {
    return event(
        type,
        conversation,
        entry,
        json -> {
          json.writeStringField("from", entry.author());
          JsonFields.number(json, "target", entry.target());
          own.write(json);
        });
  }

  private static byte[] event(String type, String conversation, Entry entry, JsonFields own) {
    return JsonFields.object(json -> {
      json.writeStringField("type", type);
      json.writeStringField("conversation", conversation);
      json.writeNumberField("seq", entry.seq());
      JsonFields.time(json, "at", entry.at());
      own.write(json);
    });
  }

  static void attachment(JsonGenerator json, @Nullable Attachment attachment) throws IOException {
    if (attachment != null) {
      json.writeObjectFieldStart("attachment");
      json.writeStringField("id", attachment.file());
      json.writeStringField("name", attachment.name());
      json.writeNumberField("size", attachment.size());
      json.writeStringField("mediaType", attachment.type());
      json.writeStringField("sha256", attachment.sha256());
      json.writeEndObject();
    }
  }

  private static void text(JsonGenerator json, Entry entry) throws IOException {
    json.writeStringField("text", orEmpty(entry.text()));
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
