package dev.parley.gateway.request.line;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.SealedText;
import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.conversation.EntryKind;
import dev.parley.gateway.request.WireTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Entries of a log, as the line protocol tells of them: as events, and as rows of a listing.
final class EntryLines {
  private EntryLines() {}

  /// {@return the line of an entry; empty where line doors say nothing of it}
  static String of(String conversation, Entry entry, String reader) {
    return switch (entry.kind()) {
      case MESSAGE -> "* msg " + message(conversation, entry, reader) + "\n";
      case ADDED, JOINED, REMOVED, LEFT -> member("member", conversation, entry, "");
      case MUTED, UNMUTED -> member("mute", conversation, entry, time(" ", entry.mutedUntil(), ""));
      case EDITED -> change("edit", conversation, entry, reader, LineText.escape(content(entry)));
      case DELETED -> change("delete", conversation, entry, reader, "");
      case REACTED -> change("react", conversation, entry, reader, "added " + content(entry));
      case UNREACTED -> change("react", conversation, entry, reader, "removed " + content(entry));
      case PINNED -> change("pin", conversation, entry, reader, "pinned");
      case UNPINNED -> change("pin", conversation, entry, reader, "unpinned");
      case ENCRYPTED -> encryption(conversation, entry, reader, "on");
      case UNENCRYPTED -> encryption(conversation, entry, reader, "off");
      case ADDED_TO -> membership("added", entry);
      case REMOVED_FROM -> membership("removed", entry);
      case BLOCKED, UNBLOCKED -> "";
    };
  }

  static String row(Entry message) {
    return message.seq()
        + " "
        + WireTime.format(message.at())
        + " "
        + message.author()
        + " "
        + text(message);
  }

  static String message(String conversation, Entry entry, String reader) {
    return place(conversation, entry, reader) + " " + text(entry);
  }

  static String time(String before, @Nullable Long at, String otherwise) {
    return at == null ? otherwise : before + WireTime.format(at);
  }

  private static String encryption(String conversation, Entry entry, String reader, String state) {
    return "* encryption " + place(conversation, entry, reader) + " " + state + "\n";
  }

  private static String change(
      String verb, String conversation, Entry entry, String reader, String what) {
    String line = "* " + verb + " " + place(conversation, entry, reader) + " " + entry.target();
    return what.isEmpty() ? line + "\n" : line + " " + what + "\n";
  }

  /// {@return where an entry stands, when it came to be, and by whom}
  private static String place(String conversation, Entry entry, String reader) {
    return target(conversation, reader)
        + " "
        + entry.seq()
        + " "
        + WireTime.format(entry.at())
        + " "
        + entry.author();
  }

  private static String content(Entry change) {
    String text = change.text();
    return text == null ? "" : SealedText.shown(text);
  }

  private static String member(String event, String conversation, Entry entry, String more) {
    return "* "
        + event
        + " "
        + conversation
        + " "
        + entry.seq()
        + " "
        + WireTime.format(entry.at())
        + " "
        + entry.subject()
        + " "
        + entry.kind().name().toLowerCase(Locale.ROOT)
        + " "
        + entry.author()
        + more
        + "\n";
  }

  /// One's own membership of a group; direct conversations begin without a word.
  private static String membership(String change, Entry entry) {
    String group = entry.subject();
    return group == null || !ConversationId.isGroup(group)
        ? ""
        : "* " + change + " " + group + " by " + entry.author() + "\n";
  }

  private static String text(Entry entry) {
    String text = entry.kind() == EntryKind.MESSAGE ? entry.text() : null;
    if (text == null) {
      return "";
    }
    Long answered = entry.target();
    String shown = LineText.escape(SealedText.shown(text));
    return answered == null ? shown : "[re " + answered + "] " + shown;
  }

  /// {@return the conversation as the reader addresses it}
  static String target(String conversation, String reader) {
    return ConversationId.isDirect(conversation)
        ? "@" + ConversationId.other(conversation, reader)
        : conversation;
  }
}
