package dev.parley.cli.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.cli.frame.Entry;
import dev.parley.cli.frame.FileRef;
import dev.parley.cli.frame.Frames;
import dev.parley.cli.frame.Unopened;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A message as it is now. A change makes a new one.
///
/// @param seq its number
/// @param at when it was written, ISO 8601
/// @param from who wrote it
/// @param text what it says; empty where it was withdrawn; not neutralised
/// @param replyTo number of the message it answers
/// @param isEdited whether it once said something else
/// @param isDeleted whether it was withdrawn
/// @param isPinned whether it is pinned
/// @param reactions who reacted, by reaction
/// @param changed number of the last change that is in here; 0 where none is
/// @param file its file, or `null`
/// @param sealed `open`, the reason why it was not opened, or `null` where it was not sealed
public record Message(
    long seq,
    String at,
    String from,
    String text,
    @Nullable Long replyTo,
    boolean isEdited,
    boolean isDeleted,
    boolean isPinned,
    Map<String, List<String>> reactions,
    long changed,
    @Nullable FileRef file,
    @Nullable String sealed) {

  /// A message in clear, without a file.
  ///
  /// @param seq its number
  /// @param at when it was written, ISO 8601
  /// @param from who wrote it
  /// @param text what it says
  /// @param replyTo number of the message it answers
  /// @param isEdited whether it once said something else
  /// @param isDeleted whether it was withdrawn
  /// @param isPinned whether it is pinned
  /// @param reactions who reacted, by reaction
  /// @param changed number of the last change that is in here
  public Message(
      long seq,
      String at,
      String from,
      String text,
      @Nullable Long replyTo,
      boolean isEdited,
      boolean isDeleted,
      boolean isPinned,
      Map<String, List<String>> reactions,
      long changed) {
    this(
        seq, at, from, text, replyTo, isEdited, isDeleted, isPinned, reactions, changed, null,
        null);
  }

  static Message of(Entry.Message entry) {
    return new Message(
        entry.seq(),
        entry.at(),
        entry.from(),
        entry.text(),
        entry.replyTo(),
        false,
        false,
        false,
        Map.of(),
        0,
        entry.file(),
        entry.sealed());
  }

  /// {@return a row of `messages` or `results`}
  ///
  /// @param row an object of the server
  public static Message of(JsonNode row) {
    Map<String, List<String>> reactions = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> each : row.path("reactions").properties()) {
      List<String> users = new ArrayList<>();
      each.getValue().forEach(user -> users.add(user.asText()));
      reactions.put(each.getKey(), users);
    }
    return new Message(
        row.path("seq").asLong(),
        Frames.text(row, "at"),
        Frames.text(row, "from"),
        Frames.shown(row),
        Frames.number(row, "replyTo"),
        row.has("edited"),
        row.path("deleted").asBoolean(),
        row.path("pinned").asBoolean(),
        reactions,
        row.path("changed").asLong(),
        FileRef.of(row),
        Frames.sealed(row));
  }

  /// {@return whether its text is sealed, and could not be opened}
  boolean isShut() {
    return sealed != null && !sealed.equals(Unopened.OPEN);
  }

  /// {@return the message with its text, which opens now}
  Message opened(String now, @Nullable FileRef itsFile) {
    return new Message(
        seq,
        at,
        from,
        now,
        replyTo,
        isEdited,
        isDeleted,
        isPinned,
        reactions,
        changed,
        itsFile,
        Unopened.OPEN);
  }

  /// {@return the message after a change; one that is in it already does nothing}
  ///
  /// @param change any entry; those that do not change messages do nothing
  Message after(Entry change) {
    if (change.seq() <= changed) {
      return this;
    }
    return switch (change) {
      case Entry.Edit edit -> edited(edit);
      case Entry.Delete delete -> withdrawn(delete);
      case Entry.Pin pin -> pinned(pin);
      case Entry.React react -> reacted(react);
      case Entry.Message _, Entry.Member _, Entry.Mute _, Entry.Encryption _ -> this;
    };
  }

  private Message edited(Entry.Edit edit) {
    return new Message(
        seq,
        at,
        from,
        edit.text(),
        replyTo,
        true,
        false,
        isPinned,
        reactions,
        edit.seq(),
        file,
        edit.sealed());
  }

  private Message withdrawn(Entry.Delete delete) {
    return new Message(
        seq, at, from, "", replyTo, isEdited, true, false, Map.of(), delete.seq(), null, sealed);
  }

  private Message pinned(Entry.Pin pin) {
    return new Message(
        seq,
        at,
        from,
        text,
        replyTo,
        isEdited,
        isDeleted,
        !pin.removed(),
        reactions,
        pin.seq(),
        file,
        sealed);
  }

  private Message reacted(Entry.React react) {
    return new Message(
        seq,
        at,
        from,
        text,
        replyTo,
        isEdited,
        isDeleted,
        isPinned,
        with(react),
        react.seq(),
        file,
        sealed);
  }

  private Map<String, List<String>> with(Entry.React react) {
    Map<String, List<String>> after = new LinkedHashMap<>(reactions);
    List<String> users = new ArrayList<>(after.getOrDefault(react.reaction(), List.of()));
    users.remove(react.from());
    if (!react.removed()) {
      users.add(react.from());
    }
    if (users.isEmpty()) {
      after.remove(react.reaction());
    } else {
      after.put(react.reaction(), users);
    }
    return after;
  }
}
