package dev.parley.cli.screen;

import dev.parley.cli.conversation.Message;
import dev.parley.cli.frame.Entry;
import dev.parley.cli.frame.FileRef;
import dev.parley.cli.text.Neutral;
import dev.parley.cli.text.Sizes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/// Messages and changes as lines:
///
///     14:03    15 bob       hello, and more
///                           words that did not fit
///     14:04 ✓  16 alice     an answer of one's own, stored
///
/// Every word that somebody else chose goes through [Neutral].
final class Painter {

  private static final int NAME = 9;
  private static final int NARROWEST = 20;
  private static final int QUOTED = 60;
  private static final int WIDEST = 10_000;

  private final Theme theme;
  private final Times times;
  private final RichText rich;
  private final String me;

  Painter(Theme theme, Times times, String me) {
    this.theme = theme;
    this.times = times;
    this.me = me;
    this.rich = new RichText(theme, me);
  }

  /// {@return a message as it is now}
  ///
  /// @param message the message
  /// @param quoted what it answers, as far as known; empty for nothing
  /// @param width columns of the screen
  List<AttributedString> message(Message message, String quoted, int width) {
    return message(message, quoted, false, width);
  }

  /// {@return a message as it is now}
  ///
  /// @param message the message
  /// @param quoted what it answers, as far as known; empty for nothing
  /// @param inEncrypted whether what is not encrypted is marked
  /// @param width columns of the screen
  List<AttributedString> message(Message message, String quoted, boolean inEncrypted, int width) {
    AttributedString head = head(message.at(), message.seq(), message.from());
    int indent = head.columnLength();
    List<AttributedString> lines = new ArrayList<>();
    if (message.replyTo() != null) {
      String stub = "↳ " + message.replyTo() + " " + Neutral.line(quoted);
      lines.add(indented(indent, new AttributedString(stub, theme.faint())));
    }
    List<AttributedString> body =
        body(message, inEncrypted, Math.max(NARROWEST, width - indent - 1));
    lines.add(AttributedString.join(AttributedString.EMPTY, head, body.getFirst()));
    body.stream().skip(1).map(line -> indented(indent, line)).forEach(lines::add);
    return lines;
  }

  /// {@return a message that was shown without its text before}
  ///
  /// @param message the message, opened
  /// @param quoted what it answers, as far as known; empty for nothing
  /// @param width columns of the screen
  List<AttributedString> opened(Message message, String quoted, int width) {
    List<AttributedString> lines = new ArrayList<>(message(message, quoted, width));
    var last = new AttributedStringBuilder().append(lines.removeLast());
    lines.add(last.styled(theme.faint(), " (opened now)").toAttributedString());
    return lines;
  }

  /// {@return a change or a membership as one line}
  ///
  /// @param entry anything but a message
  /// @param quoted the message that was changed, as far as known
  /// @param width columns of the screen
  List<AttributedString> change(Entry entry, String quoted, int width) {
    String of = quoted.isEmpty() ? "" : " (" + quoted + ")";
    String text =
        switch (entry) {
          case Entry.Edit edit -> "edited " + edit.target() + ": " + edit.text();
          case Entry.Delete delete -> "withdrew " + delete.target();
          case Entry.React react -> reaction(react) + " " + react.target() + of;
          case Entry.Pin pin -> (pin.removed() ? "unpinned " : "pinned ") + pin.target() + of;
          case Entry.Encryption switched ->
              "switched encryption " + (switched.encrypted() ? "on" : "off");
          case Entry.Member member -> member(member);
          case Entry.Mute mute -> mute(mute);
          case Entry.Message message -> message.text();
        };
    AttributedString head = head(entry.at(), entry.seq(), entry.from());
    List<AttributedString> lines = new ArrayList<>();
    for (AttributedString line :
        rich.lines("* " + text, Math.max(NARROWEST, width - head.columnLength() - 1))) {
      lines.add(
          lines.isEmpty()
              ? AttributedString.join(AttributedString.EMPTY, head, line)
              : indented(head.columnLength(), line));
    }
    return lines;
  }

  /// {@return a line across the screen with a word in it}
  AttributedString rule(String word, int width) {
    if (width > WIDEST) {
      return note(word); // A screen reader would spell the line out.
    }
    String text = "── " + Neutral.line(word) + " ";
    int left = Math.max(0, Math.min(width, 80) - 1 - text.length());
    return new AttributedString(text + "─".repeat(left), theme.faint());
  }

  /// {@return a line of the client's own}
  AttributedString note(String text) {
    return new AttributedString("-- " + Neutral.line(text), theme.faint());
  }

  /// {@return a line of the client's own that should not be overlooked}
  AttributedString warning(String text) {
    return new AttributedString("!! " + Neutral.line(text), theme.bad());
  }

  /// {@return the beginning of a text, on one line}
  static String quote(String foreign) {
    String line = Neutral.line(foreign);
    int end = line.offsetByCodePoints(0, Math.min(QUOTED, line.codePointCount(0, line.length())));
    return end < line.length() ? line.substring(0, end) + "…" : line;
  }

  private AttributedString head(String at, long seq, String from) {
    String name = Neutral.line(from);
    var head = new AttributedStringBuilder();
    head.styled(theme.faint(), times.hour(at) + " ");
    head.styled(theme.good(), from.equals(me) ? "✓" : " ");
    head.styled(theme.faint(), "%5d ".formatted(seq));
    head.styled(theme.name(from), name);
    head.append(" ".repeat(Math.max(0, NAME - name.length()) + 1));
    return head.toAttributedString();
  }

  private List<AttributedString> body(Message message, boolean inEncrypted, int width) {
    if (message.isDeleted()) {
      return List.of(new AttributedString("(withdrawn)", theme.faint()));
    }
    List<AttributedString> lines = new ArrayList<>(rich.lines(message.text(), width));
    String clear = inEncrypted && message.sealed() == null ? " (not encrypted)" : "";
    String marks = file(message) + marks(message) + clear;
    if (!marks.isEmpty()) {
      var last = new AttributedStringBuilder().append(lines.removeLast());
      lines.add(last.styled(theme.faint(), marks).toAttributedString());
    }
    return lines;
  }

  /// What a file is, and how to get it.
  private static String file(Message message) {
    FileRef file = message.file();
    if (file == null) {
      return "";
    }
    String name = Neutral.line(file.name());
    String what = message.text().equals(file.name()) ? "" : name + ", ";
    return " [" + what + Sizes.text(file.size()) + ": /get " + message.seq() + "]";
  }

  private static String marks(Message message) {
    String reactions =
        message.reactions().entrySet().stream()
            .map(each -> " [" + Neutral.line(each.getKey()) + count(each) + "]")
            .collect(Collectors.joining());
    return (message.isEdited() ? " (edited)" : "")
        + (message.isPinned() ? " (pinned)" : "")
        + reactions;
  }

  private static String count(Map.Entry<String, List<String>> reaction) {
    return reaction.getValue().size() > 1 ? " " + reaction.getValue().size() : "";
  }

  private static String reaction(Entry.React react) {
    return react.removed()
        ? "took back " + react.reaction() + " from"
        : "reacted with " + react.reaction() + " to";
  }

  private static String member(Entry.Member member) {
    return switch (member.change()) {
      case "joined" -> "joined";
      case "left" -> "left";
      default -> member.change() + " " + member.user();
    };
  }

  private String mute(Entry.Mute mute) {
    String until = mute.until().isEmpty() ? "" : " until " + times.moment(mute.until(), mute.at());
    return mute.removed() ? "unmuted " + mute.user() : "muted " + mute.user() + until;
  }

  private static AttributedString indented(int columns, AttributedString line) {
    return new AttributedStringBuilder()
        .append(" ".repeat(columns))
        .append(line)
        .toAttributedString();
  }
}
